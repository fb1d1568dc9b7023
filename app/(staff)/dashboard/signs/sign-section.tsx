import { Section } from '@/components/report/section'
import type { Sign, SignKind } from '@/domain/sign/sign'
import type { Locale } from '@/domain/survey'
import type { Unit } from '@/domain/unit'
import { translator } from '@/lib/i18n'
import styles from './page.module.css'
import { SignItem } from './sign-item'
import { howSentence } from './sign-words'

/** So many of a kind; a page with more is about the whole office, and a shorter period tells more. */
const mostListed = 50

/** The signs of one kind, how they are found, and what may be behind them without anybody's doing. */
export function SignSection(props: {
  kind: SignKind
  signs: readonly Sign[]
  units: ReadonlyMap<number, Unit>
  /** The view as a query, for the way to the responses. */
  query: URLSearchParams
  locale: Locale
}) {
  const { kind, signs, locale } = props
  const t = translator(locale)
  const left = signs.length - mostListed
  return (
    <Section title={t(`signs.kind.${kind}.title`)}>
      {signs.length === 0 && <p className={styles.soft}>{t('signs.none')}</p>}
      {signs.length > 0 && (
        <>
          <p>{t('signs.innocent', { text: t(`signs.kind.${kind}.innocent`) })}</p>
          <ul className={styles.signs}>
            {signs.slice(0, mostListed).map((sign) => (
              <SignItem key={sign.key} {...props} sign={sign} />
            ))}
          </ul>
        </>
      )}
      {left > 0 && <p className={styles.soft}>{t('signs.more', { n: left })}</p>}
      <details className={styles.how}>
        <summary>{t('signs.how')}</summary>
        <p>{howSentence(kind, locale)}</p>
      </details>
    </Section>
  )
}
