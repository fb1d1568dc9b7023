import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { originOf } from '@/app/admission'
import { requireStaff } from '@/auth/session'
import { LimitLevels } from '@/components/staff/limit-levels'
import { RefusalDays } from '@/components/staff/refusal-days'
import { StaffFrame } from '@/components/staff/staff-frame'
import { listRefusals } from '@/db/refusals'
import { administersEverything, unitsFor } from '@/domain/access'
import { formatIpAddress } from '@/domain/ip-address'
import { requestLocale } from '@/lib/http'
import { messagesFor, translator } from '@/lib/i18n'
import { inLanguage } from '../../address'
import { staffLinks } from '../../links'
import { readKeptForm } from '../../refused-form'
import { oneOfEach } from '../dossiers/params'
import { Outcome, type OutcomeQuery } from '../outcome'
import { ExemptSection } from './exempt-section'
import styles from './page.module.css'

type Props = { searchParams: Promise<OutcomeQuery> }

const path = '/dashboard/limits'

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('limits.title') }
}

/** What was turned away at the ceilings; and, for whoever administers everything, the networks that are exempt. */
export default async function LimitsPage({ searchParams }: Props) {
  const scope = await requireStaff()
  if (unitsFor(scope, 'administration').size === 0) notFound()
  const locale = await requestLocale()
  const t = translator(locale)
  const now = Date.now()
  const params = await searchParams
  const isForAll = administersEverything(scope)
  return (
    <StaffFrame
      locale={locale}
      name={scope.name}
      languageHref={(one) => inLanguage(path, one)}
      links={staffLinks(scope, locale, path)}
    >
      <div className={styles.page}>
        <Outcome params={params} locale={locale} done={messagesFor(locale).limits.done} />
        <div className={styles.head}>
          <h1>{t('limits.title')}</h1>
          <p>{t('limits.intro')}</p>
        </div>
        <RefusalDays locale={locale} refusals={await listRefusals(scope, now)} />
        {isForAll && (
          <ExemptSection
            scope={scope}
            locale={locale}
            typed={await readKeptForm(scope, oneOfEach(params), now)}
            wrong={String(params.field ?? '')}
            address={await ownAddress()}
          />
        )}
        <LimitLevels locale={locale} />
      </div>
    </StaffFrame>
  )
}

/** The reader's own, so that they can tell which one the office has. */
async function ownAddress(): Promise<string | null> {
  const { address } = await originOf(await headers())
  return address && formatIpAddress(address)
}
