import { formatFraction, formatRate } from '@/domain/number-format'
import type { Rate } from '@/domain/rate'
import type { Locale } from '@/domain/survey'
import styles from './share.module.css'

/** A percentage with the two numbers it comes from, never without. */
export function Share({ rate, locale }: { rate: Rate; locale: Locale }) {
  return (
    <span className={styles.share}>
      <span className={styles.main}>{formatRate(rate, locale)}</span>{' '}
      <span className={styles.base}>{formatFraction(rate, locale)}</span>
    </span>
  )
}
