import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/auth/session'
import { LinkPanel } from '@/components/staff/link-panel'
import { PersonList } from '@/components/staff/person-list'
import { StaffFrame } from '@/components/staff/staff-frame'
import { getMadeLink } from '@/db/password-links'
import { listPeople } from '@/db/people'
import { administersEverything, type Scope, unitsFor } from '@/domain/access'
import type { Locale } from '@/domain/survey'
import { env } from '@/lib/env'
import { requestLocale } from '@/lib/http'
import { messagesFor, translator } from '@/lib/i18n'
import { inLanguage } from '../../address'
import { staffLinks } from '../../links'
import { Outcome, type OutcomeQuery } from '../outcome'
import { InviteForm } from './invite-form'
import { linkCookieName } from './link-cookie'
import styles from './page.module.css'

type Props = { searchParams: Promise<OutcomeQuery> }

const path = '/dashboard/people'

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('people.title') }
}

/** Who has a role in the administrator's units, and the form that invites somebody. */
export default async function PeoplePage({ searchParams }: Props) {
  const scope = await requireStaff()
  if (unitsFor(scope, 'administration').size === 0) notFound()
  const locale = await requestLocale()
  const t = translator(locale)
  const [people, runsAll] = await Promise.all([listPeople(scope), administersEverything(scope)])
  return (
    <StaffFrame
      locale={locale}
      name={scope.name}
      languageHref={(one) => inLanguage(path, one)}
      links={staffLinks(scope, locale, path)}
    >
      <div className={styles.page}>
        <Outcome
          params={await searchParams}
          locale={locale}
          done={messagesFor(locale).people.done}
        />
        <div className={styles.head}>
          <h1>{t('people.title')}</h1>
          <p>{t('people.intro')}</p>
          {runsAll && (
            <p>
              <a href={`${path}/second-factor`}>{t('people.secondFactor.open')}</a>
            </p>
          )}
        </div>
        <MadeLink scope={scope} locale={locale} />
        <PersonList locale={locale} people={people} />
        <InviteForm scope={scope} locale={locale} />
      </div>
    </StaffFrame>
  )
}

async function MadeLink({ scope, locale }: { scope: Scope; locale: Locale }) {
  const token = (await cookies()).get(linkCookieName)?.value
  const link = token ? await getMadeLink(scope, token, Date.now()) : null
  if (!token || !link) return null
  return <LinkPanel locale={locale} link={link} address={`${env().origin}/join/${token}`} />
}
