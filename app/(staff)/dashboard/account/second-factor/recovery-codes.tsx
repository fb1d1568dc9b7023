import { Button } from '@/components/ui/button'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import styles from './page.module.css'

/** The recovery codes that were just made: shown until the person has put them away, ten minutes at most. */
export function RecoveryCodes({ locale, codes }: { locale: Locale; codes: readonly string[] }) {
  const t = translator(locale)
  return (
    <section id="codes" className={styles.panel} aria-labelledby="codes-title">
      <h2 id="codes-title">{t('account.secondFactor.codes.title')}</h2>
      <p>{t('account.secondFactor.codes.note')}</p>
      <ol className={styles.codes} translate="no">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <form method="post" action="/dashboard/account/second-factor/kept">
        <Button type="submit">{t('account.secondFactor.codes.kept')}</Button>
      </form>
    </section>
  )
}
