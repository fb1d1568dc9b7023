import { shortestPassword } from '@/auth/password-rules'
import { secondFactorPage } from '@/auth/session'
import { CodeField } from '@/components/staff/code-field'
import { FormCard } from '@/components/staff/form-card'
import { FormColumns } from '@/components/staff/form-columns'
import { PasswordField } from '@/components/staff/password-field'
import { TextField } from '@/components/staff/text-field'
import { Notice } from '@/components/ui/notice'
import type { Translate } from '@/lib/i18n'

/** With so few left it is time for a new set. */
const FEW = 3

/** It is on: how many recovery codes are left, a new set, and the way to turn it off. */
export function TurnedOn({ t, left }: { t: Translate; left: number }) {
  return (
    <>
      <Notice
        title={t('account.secondFactor.state.title')}
        {...(left <= FEW ? { tone: 'caution' as const } : {})}
      >
        <p>
          {t('account.secondFactor.state.left', { n: left })}
          {left <= FEW && ` ${t('account.secondFactor.state.few')}`}
        </p>
      </Notice>
      <FormColumns>
        <FormCard
          title={t('account.secondFactor.renew.title')}
          note={t('account.secondFactor.renew.note')}
          action={`${secondFactorPage}/codes`}
          submit={t('account.secondFactor.renew.submit')}
          quiet
        >
          <CodeField id="renewal" t={t} />
        </FormCard>
        <TurnOffForm t={t} />
      </FormColumns>
    </>
  )
}

/** Takes the second factor away from whoever has password and code. */
function TurnOffForm({ t }: { t: Translate }) {
  return (
    <FormCard
      title={t('account.secondFactor.turnOff.title')}
      note={t('account.secondFactor.turnOff.note', { n: shortestPassword(false) })}
      action={`${secondFactorPage}/off`}
      submit={t('account.secondFactor.turnOff.submit')}
      quiet
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
    </FormCard>
  )
}
