import { secondFactorPage } from '@/auth/session'
import { base32, totpUri } from '@/auth/totp'
import { FormCard } from '@/components/staff/form-card'
import { QrCode } from '@/components/staff/qr-code'
import { Button } from '@/components/ui/button'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { ConfirmForm } from './confirm-form'
import styles from './page.module.css'

type Props = Readonly<{ locale: Locale; email: string; secret: Buffer | null }>

/** First what is needed, then the QR code with the key below it, and the code that turns it on. */
export function SetUp({ locale, email, secret }: Props) {
  const t = translator(locale)
  if (!secret) {
    return (
      <FormCard
        title={t('account.secondFactor.begin.title')}
        note={t('account.secondFactor.begin.note')}
        action={`${secondFactorPage}/begin`}
      >
        <Button type="submit">{t('account.secondFactor.begin.submit')}</Button>
      </FormCard>
    )
  }
  return (
    <div className={styles.setUp}>
      <section className={styles.panel} aria-labelledby="scan-title">
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
        <form method="post" action={`${secondFactorPage}/begin`}>
          <Button type="submit" look="quiet">
            {t('account.secondFactor.setUp.again')}
          </Button>
        </form>
      </section>
      <ConfirmForm locale={locale} email={email} />
    </div>
  )
}
