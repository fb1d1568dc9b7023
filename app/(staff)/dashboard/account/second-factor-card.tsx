import { ButtonLink } from '@/components/ui/button'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import styles from './second-factor/page.module.css'

/** Whether the person's sign-in takes two steps, and the way to change that. */
export function SecondFactorCard({ locale, isOn }: { locale: Locale; isOn: boolean }) {
  const t = translator(locale)
  return (
    <section className={styles.panel} aria-labelledby="second-factor">
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
