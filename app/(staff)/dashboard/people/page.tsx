import { cookies } from 'next/headers'
import { titled } from '@/app/page-title'
import { requireRight } from '@/auth/session'
import { FormCard } from '@/components/staff/form-card'
import { LinkPanel } from '@/components/staff/link-panel'
import { PageHead } from '@/components/staff/page-head'
import { PersonList } from '@/components/staff/person-list'
import { TextField } from '@/components/staff/text-field'
import { getMadeLink } from '@/db/accounts/password-links'
import { listPeople } from '@/db/accounts/people'
import { administersEverything, type Scope } from '@/domain/access'
import { linkDays, longestEmail, longestName } from '@/domain/person'
import { env } from '@/lib/env'
import type { Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../staff-page'
import { Outcome } from '../outcome'
import { linkCookieName } from './link-cookie'
import { RoleFields } from './role-fields'

const path = '/dashboard/people'

export const generateMetadata = titled('people.title')

/** Who has a role in the administrator's units, and the form that invites somebody. */
export default async function PeoplePage({ searchParams }: PageProps<'/dashboard/people'>) {
  const scope = await requireRight('administration')
  const t = await requestWords()
  const [people, runsAll] = await Promise.all([listPeople(scope), administersEverything(scope)])
  return (
    <StaffPage scope={scope} t={t} current={path} address={path}>
      <Outcome params={await searchParams} t={t} of="people" />
      <PageHead title={t('people.title')} intro={t('people.intro')}>
        {runsAll && (
          <p>
            <a href={`${path}/second-factor`}>{t('people.secondFactor.title')}</a>
          </p>
        )}
      </PageHead>
      <MadeLink scope={scope} t={t} />
      <PersonList t={t} people={people} />
      <InviteForm scope={scope} t={t} />
    </StaffPage>
  )
}

async function MadeLink({ scope, t }: { scope: Scope; t: Translate }) {
  const token = (await cookies()).get(linkCookieName)?.value
  const link = token ? await getMadeLink(scope, token, Date.now()) : null
  if (!token || !link) return null
  return <LinkPanel t={t} link={link} address={`${env().origin}/join/${token}`} />
}

function InviteForm({ scope, t }: { scope: Scope; t: Translate }) {
  return (
    <FormCard
      title={t('people.invite.title')}
      note={t('people.invite.note', { days: linkDays })}
      action="/dashboard/people/invite"
      submit={t('people.invite.submit')}
    >
      <TextField id="name" label={t('people.invite.name')} maxLength={longestName} required />
      <TextField
        id="email"
        label={t('label.email')}
        type="email"
        maxLength={longestEmail}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <RoleFields scope={scope} t={t} />
    </FormCard>
  )
}
