import { shortestPassword } from '@/auth/password-rules'
import { secondFactorPage } from '@/auth/session'
import { FormCard } from '@/components/staff/form-card'
import { PasswordField } from '@/components/staff/password-field'
import { TextField } from '@/components/staff/text-field'
import { Button } from '@/components/ui/button'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'

/** Takes the second factor away from whoever has password and code. */
export function TurnOffForm({ locale }: { locale: Locale }) {
  const t = translator(locale)
  return (
    <FormCard
      title={t('account.secondFactor.turnOff.title')}
      note={t('account.secondFactor.turnOff.note', { n: shortestPassword(false) })}
      action={`${secondFactorPage}/off`}
    >
      <PasswordField
        id="password"
        label={t('account.password.current')}
        autoComplete="current-password"
        show={t('password.show')}
        hide={t('password.hide')}
      />
      <TextField
        id="code"
        label={t('account.secondFactor.turnOff.code')}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        required
      />
      <Button type="submit" look="quiet">
        {t('account.secondFactor.turnOff.submit')}
      </Button>
    </FormCard>
  )
}
