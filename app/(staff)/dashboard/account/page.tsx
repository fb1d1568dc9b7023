import { titled } from '@/app/page-title'
import type { Query } from '@/app/query'
import { requireStaff, sessionIdHash } from '@/auth/session'
import { FormColumns, FormStack } from '@/components/staff/form-columns'
import { PageHead } from '@/components/staff/page-head'
import { SessionList } from '@/components/staff/session-list'
import { listOwnSessions } from '@/db/accounts/own-sessions'
import { messagesFor, translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { StaffPage } from '../../staff-page'
import { Outcome } from '../outcome'
import { PasswordForm } from './password-form'
import { SecondFactorCard } from './second-factor-card'

type Props = { searchParams: Promise<Query> }

const path = '/dashboard/account'

export const generateMetadata = titled('account.title')

/** Everybody's own page: the password, and where one is signed in. */
export default async function AccountPage({ searchParams }: Props) {
  const scope = await requireStaff()
  const locale = await requestLocale()
  const t = translator(locale)
  const [sessions, current] = await Promise.all([
    listOwnSessions(scope, Date.now()),
    sessionIdHash(),
  ])
  return (
    <StaffPage scope={scope} locale={locale} current={null} address={path}>
      <Outcome
        params={await searchParams}
        locale={locale}
        done={messagesFor(locale).account.done}
      />
      <PageHead title={t('account.title')}>
        <p>
          {scope.name !== scope.email && `${scope.name} · `}
          <span translate="no">{scope.email}</span>
        </p>
      </PageHead>
      <FormColumns>
        <PasswordForm locale={locale} hasSecondFactor={scope.hasSecondFactor} />
        <FormStack>
          <SecondFactorCard locale={locale} isOn={scope.hasSecondFactor} />
          <SessionList locale={locale} sessions={sessions} current={current} />
        </FormStack>
      </FormColumns>
    </StaffPage>
  )
}
