import { secondFactorPage } from '@/auth/session'
import { FormCard } from '@/components/staff/form-card'
import { PasswordField } from '@/components/staff/password-field'
import { TextField } from '@/components/staff/text-field'
import { Button } from '@/components/ui/button'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'

/** A first code shows that the app has the secret. */
export function ConfirmForm({ locale, email }: { locale: Locale; email: string }) {
  const t = translator(locale)
  return (
    <FormCard
      title={t('account.secondFactor.setUp.submit')}
      note={t('account.secondFactor.setUp.code')}
      action={`${secondFactorPage}/confirm`}
    >
      <input type="hidden" name="username" value={email} autoComplete="username" readOnly />
      <TextField
        id="code"
        label={t('signIn.code.label')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={16}
        required
      />
      <PasswordField
        id="password"
        label={t('account.password.current')}
        autoComplete="current-password"
        show={t('password.show')}
        hide={t('password.hide')}
      />
      <Button type="submit">{t('account.secondFactor.setUp.submit')}</Button>
    </FormCard>
  )
}
