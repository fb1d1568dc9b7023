import { cookies } from 'next/headers'
import { titled } from '@/app/page-title'
import type { Query } from '@/app/query'
import { requireRight } from '@/auth/session'
import { LinkPanel } from '@/components/staff/link-panel'
import { PageHead } from '@/components/staff/page-head'
import { PersonList } from '@/components/staff/person-list'
import { getMadeLink } from '@/db/accounts/password-links'
import { listPeople } from '@/db/accounts/people'
import { administersEverything, type Scope } from '@/domain/access'
import type { Locale } from '@/domain/survey'
import { env } from '@/lib/env'
import { messagesFor, translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { StaffPage } from '../../staff-page'
import { Outcome } from '../outcome'
import { InviteForm } from './invite-form'
import { linkCookieName } from './link-cookie'

type Props = { searchParams: Promise<Query> }

const path = '/dashboard/people'

export const generateMetadata = titled('people.title')

/** Who has a role in the administrator's units, and the form that invites somebody. */
export default async function PeoplePage({ searchParams }: Props) {
  const scope = await requireRight('administration')
  const locale = await requestLocale()
  const t = translator(locale)
  const [people, runsAll] = await Promise.all([listPeople(scope), administersEverything(scope)])
  return (
    <StaffPage scope={scope} locale={locale} current={path} address={path}>
      <Outcome params={await searchParams} locale={locale} done={messagesFor(locale).people.done} />
      <PageHead title={t('people.title')} intro={t('people.intro')}>
        {runsAll && (
          <p>
            <a href={`${path}/second-factor`}>{t('people.secondFactor.open')}</a>
          </p>
        )}
      </PageHead>
      <MadeLink scope={scope} locale={locale} />
      <PersonList locale={locale} people={people} />
      <InviteForm scope={scope} locale={locale} />
    </StaffPage>
  )
}

async function MadeLink({ scope, locale }: { scope: Scope; locale: Locale }) {
  const token = (await cookies()).get(linkCookieName)?.value
  const link = token ? await getMadeLink(scope, token, Date.now()) : null
  if (!token || !link) return null
  return <LinkPanel locale={locale} link={link} address={`${env().origin}/join/${token}`} />
}
