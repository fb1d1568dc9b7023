import { titled } from '@/app/page-title'
import { shortestPassword } from '@/auth/password-rules'
import { requireStaff, sessionIdHash } from '@/auth/session'
import { FormCard } from '@/components/staff/form-card'
import { FormColumns, FormStack } from '@/components/staff/form-columns'
import { PageHead } from '@/components/staff/page-head'
import { PasswordField } from '@/components/staff/password-field'
import { SessionList } from '@/components/staff/session-list'
import box from '@/components/ui/box.module.css'
import { ButtonLink } from '@/components/ui/button'
import { listOwnSessions } from '@/db/accounts/own-sessions'
import type { Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../staff-page'
import { Outcome } from '../outcome'

const path = '/dashboard/account'

export const generateMetadata = titled('account.title')

/** Everybody's own page: the password, and where one is signed in. */
export default async function AccountPage({ searchParams }: PageProps<'/dashboard/account'>) {
  const scope = await requireStaff()
  const t = await requestWords()
  const [sessions, current] = await Promise.all([
    listOwnSessions(scope, Date.now()),
    sessionIdHash(),
  ])
  return (
    <StaffPage scope={scope} t={t} current={null} address={path}>
      <Outcome params={await searchParams} t={t} of="account" />
      <PageHead title={t('account.title')}>
        <p>
          {scope.name !== scope.email && `${scope.name} · `}
          <span translate="no">{scope.email}</span>
        </p>
      </PageHead>
      <FormColumns>
        <PasswordForm t={t} hasSecondFactor={scope.hasSecondFactor} />
        <FormStack>
          <SecondFactorCard t={t} isOn={scope.hasSecondFactor} />
          <SessionList t={t} sessions={sessions} current={current} />
        </FormStack>
      </FormColumns>
    </StaffPage>
  )
}

/** Whether the person's sign-in takes two steps, and the way to change that. */
function SecondFactorCard({ t, isOn }: { t: Translate; isOn: boolean }) {
  return (
    <section className={box.card} aria-labelledby="second-factor">
      <h2 id="second-factor">{t('account.secondFactor.title')}</h2>
      <p>{t('account.secondFactor.short')}</p>
      <p>
        <strong>{t(isOn ? 'account.secondFactor.on' : 'account.secondFactor.off')}</strong>
      </p>
      <ButtonLink href="/dashboard/account/second-factor">
        {t(isOn ? 'account.secondFactor.manage' : 'account.secondFactor.open')}
      </ButtonLink>
    </section>
  )
}

/** A new password for whoever knows the one they have. */
function PasswordForm(props: { t: Translate; hasSecondFactor: boolean }) {
  const { t, hasSecondFactor } = props
  const labels = { show: t('password.show'), hide: t('password.hide') }
  return (
    <FormCard
      title={t('account.password.title')}
      note={t('account.password.note')}
      action="/dashboard/account/password"
      submit={t('account.password.submit')}
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
    </FormCard>
  )
}
