import type { Metadata } from 'next'
import { shortestPassword } from '@/auth/password-rules'
import { requireStaff, sessionIdHash } from '@/auth/session'
import { FormCard } from '@/components/staff/form-card'
import { PasswordField } from '@/components/staff/password-field'
import { SessionList } from '@/components/staff/session-list'
import { StaffFrame } from '@/components/staff/staff-frame'
import { Button } from '@/components/ui/button'
import { listOwnSessions } from '@/db/own-account'
import type { Locale } from '@/domain/survey'
import { requestLocale } from '@/lib/http'
import { messagesFor, translator } from '@/lib/i18n'
import { inLanguage } from '../../address'
import { staffLinks } from '../../links'
import { Outcome, type OutcomeQuery } from '../outcome'
import styles from './page.module.css'
import { SecondFactorCard } from './second-factor-card'

type Props = { searchParams: Promise<OutcomeQuery> }

const path = '/dashboard/account'

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('account.title') }
}

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
    <StaffFrame
      locale={locale}
      name={scope.name}
      languageHref={(one) => inLanguage(path, one)}
      links={staffLinks(scope, locale, null)}
    >
      <div className={styles.page}>
        <Outcome
          params={await searchParams}
          locale={locale}
          done={messagesFor(locale).account.done}
        />
        <div className={styles.head}>
          <h1>{t('account.title')}</h1>
          <p>
            {scope.name} · <span translate="no">{scope.email}</span>
          </p>
        </div>
        <div className={styles.forms}>
          <PasswordForm locale={locale} hasSecondFactor={scope.hasSecondFactor} />
          <div className={styles.side}>
            <SecondFactorCard locale={locale} isOn={scope.hasSecondFactor} />
            <SessionList locale={locale} sessions={sessions} current={current} />
          </div>
        </div>
      </div>
    </StaffFrame>
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
