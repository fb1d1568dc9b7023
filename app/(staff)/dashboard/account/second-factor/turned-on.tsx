import { secondFactorPage } from '@/auth/session'
import { FormCard } from '@/components/staff/form-card'
import { FormColumns } from '@/components/staff/form-columns'
import { TextField } from '@/components/staff/text-field'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { TurnOffForm } from './turn-off-form'

/** With so few left it is time for a new set. */
const FEW = 3

/** It is on: how many recovery codes are left, a new set, and the way to turn it off. */
export function TurnedOn({ locale, left }: { locale: Locale; left: number }) {
  const t = translator(locale)
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
        >
          <TextField
            id="renewal"
            label={t('signIn.code.label')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={16}
            required
          />
          <Button type="submit" look="quiet">
            {t('account.secondFactor.renew.submit')}
          </Button>
        </FormCard>
        <TurnOffForm locale={locale} />
      </FormColumns>
    </>
  )
}
