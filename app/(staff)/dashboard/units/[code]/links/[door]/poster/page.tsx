import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import type { Query } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { PageHead } from '@/components/staff/page-head'
import { Notice } from '@/components/ui/notice'
import { PrintButton } from '@/components/ui/print-button'
import { listSurveys } from '@/db/surveys/surveys'
import { getManagedUnit } from '@/db/units/changes'
import { listUnitLinks } from '@/db/units/links'
import { env } from '@/lib/env'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { stepHref } from '../../../../../setup/steps'
import { unitHref } from '../../../../addresses'
import { UnitFrame } from '../../../../frame'
import styles from './page.module.css'
import { Poster } from './poster'

type Props = {
  params: Promise<{ code: string; door: string }>
  searchParams: Promise<Query>
}

export const generateMetadata = titled('offices.poster.title')

/** A link as a poster with its QR code, for A4 and A5. */
export default async function PosterPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const asked = await params
  const [unitCode, code] = [decodeURIComponent(asked.code), decodeURIComponent(asked.door)]
  const unit = await getManagedUnit(scope, unitCode)
  const link = (await listUnitLinks(scope, unitCode, Date.now())).find((one) => one.code === code)
  const survey = (await listSurveys()).find((one) => one.code === link?.surveyCode)
  if (!unit || !link || !survey) notFound()
  const isSettingUp = (await searchParams).setup !== undefined
  const locale = await requestLocale()
  const t = translator(locale)
  return (
    <UnitFrame scope={scope} locale={locale}>
      <div className={styles.around}>
        <PageHead
          back={
            isSettingUp
              ? { href: stepHref('collect', unitCode), label: t('setup.guide.return') }
              : { href: unitHref(unitCode), label: t('offices.one.toUnit') }
          }
          title={t('offices.poster.title')}
          intro={t('offices.poster.note')}
        />
        {!link.isOpen && (
          <Notice tone="caution">
            <p>{t('offices.poster.closed')}</p>
          </Notice>
        )}
        {new URL(env().origin).hostname === 'localhost' && (
          <Notice tone="caution">
            <p>{t('offices.poster.local')}</p>
          </Notice>
        )}
        <PrintButton label={t('offices.poster.print')} />
      </div>
      <Poster unit={unit} link={link} title={survey.title} />
    </UnitFrame>
  )
}
