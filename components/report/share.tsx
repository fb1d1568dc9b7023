import { formatFraction, formatRate } from '@/domain/number-format'
import type { Rate } from '@/domain/rate'
import type { Translate } from '@/lib/i18n'
import styles from './share.module.css'

/** A percentage with the two numbers it comes from, never without. */
export function Share({ rate, t }: { rate: Rate; t: Translate }) {
  return (
    <span className={styles.share}>
      <span className={styles.main}>{formatRate(rate, t.locale)}</span>{' '}
      <span className={styles.base}>{formatFraction(rate, t.locale)}</span>
    </span>
  )
}
