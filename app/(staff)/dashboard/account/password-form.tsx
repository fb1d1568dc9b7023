import { shortestPassword } from '@/auth/password-rules'
import { FormCard } from '@/components/staff/form-card'
import { PasswordField } from '@/components/staff/password-field'
import { Button } from '@/components/ui/button'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'

/** A new password for whoever knows the one they have. */
export function PasswordForm(props: { locale: Locale; hasSecondFactor: boolean }) {
  const { locale, hasSecondFactor } = props
  const t = translator(locale)
  const labels = { show: t('password.show'), hide: t('password.hide') }
  return (
    <FormCard
      title={t('account.password.title')}
      note={t('account.password.note')}
      action="/dashboard/account/password"
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
