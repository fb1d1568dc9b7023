import { titled } from '@/app/page-title'
import type { Query } from '@/app/query'
import { shortestPassword } from '@/auth/password-rules'
import { requireStaff, sessionIdHash } from '@/auth/session'
import { FormCard } from '@/components/staff/form-card'
import { FormColumns, FormStack } from '@/components/staff/form-columns'
import { PageHead } from '@/components/staff/page-head'
import { PasswordField } from '@/components/staff/password-field'
import { SessionList } from '@/components/staff/session-list'
import { Button } from '@/components/ui/button'
import { listOwnSessions } from '@/db/own-sessions'
import type { Locale } from '@/domain/survey'
import { messagesFor, translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { StaffPage } from '../../staff-page'
import { Outcome } from '../outcome'
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
          {scope.name} · <span translate="no">{scope.email}</span>
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

function PasswordForm(props: { locale: Locale; hasSecondFactor: boolean }) {
  const { locale, hasSecondFactor } = props
  const t = translator(locale)
  const labels = { show: t('password.show'), hide: t('password.hide') }
  return (
    <FormCard
      title={t('account.password.title')}
      note={t('account.password.note')}
      action={`${path}/password`}
    >
      <PasswordField
        id="current"
        label={t('account.password.current')}
        autoComplete="current-password"
        {...labels}
      />
      <PasswordField
        id="password"
        label={t('password.new')}
        hint={t('password.hint', { n: shortestPassword(hasSecondFactor) })}
        autoComplete="new-password"
        {...labels}
      />
      <Button type="submit">{t('account.password.submit')}</Button>
    </FormCard>
  )
}
