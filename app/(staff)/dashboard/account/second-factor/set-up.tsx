import { secondFactorPage } from '@/auth/session'
import { base32, totpUri } from '@/auth/totp'
import { ActionForm } from '@/components/staff/action-form'
import { CodeField } from '@/components/staff/code-field'
import { FormCard } from '@/components/staff/form-card'
import { PasswordField } from '@/components/staff/password-field'
import { QrCode } from '@/components/staff/qr-code'
import box from '@/components/ui/box.module.css'
import type { Translate } from '@/lib/i18n'
import styles from './page.module.css'

type Props = Readonly<{ t: Translate; email: string; secret: Buffer | null }>

/** First what is needed, then the QR code with the key below it, and the code that turns it on. */
export function SetUp({ t, email, secret }: Props) {
  if (!secret) {
    return (
      <FormCard
        title={t('account.secondFactor.begin.title')}
        note={t('account.secondFactor.begin.note')}
        action={`${secondFactorPage}/begin`}
        submit={t('account.secondFactor.begin.submit')}
      />
    )
  }
  return (
    <div className={styles.setUp}>
      <section className={box.card} aria-labelledby="scan-title">
        <h2 id="scan-title">{t('account.secondFactor.setUp.title')}</h2>
        <p>{t('account.secondFactor.setUp.scan')}</p>
        <QrCode
          text={totpUri(secret, email)}
          label={t('account.secondFactor.setUp.qr')}
          className={styles.qr}
        />
        <p>
          {t('account.secondFactor.setUp.type')}{' '}
          <strong className={styles.key} translate="no">
            {base32(secret).replace(/.{4}(?=.)/g, '$& ')}
          </strong>
        </p>
        <ActionForm
          action={`${secondFactorPage}/begin`}
          label={t('account.secondFactor.setUp.again')}
        />
      </section>
      <ConfirmForm t={t} email={email} />
    </div>
  )
}

/** A first code shows that the app has the secret. */
function ConfirmForm({ t, email }: { t: Translate; email: string }) {
  return (
    <FormCard
      title={t('account.secondFactor.setUp.submit')}
      note={t('account.secondFactor.setUp.code')}
      action={`${secondFactorPage}/confirm`}
      submit={t('account.secondFactor.setUp.submit')}
    >
      <input type="hidden" name="username" value={email} autoComplete="username" readOnly />
      <CodeField id="code" t={t} />
      <PasswordField
        id="password"
        label={t('account.password.current')}
        autoComplete="current-password"
        show={t('password.show')}
        hide={t('password.hide')}
      />
    </FormCard>
  )
}
