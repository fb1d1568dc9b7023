import type { Figures } from '@/domain/figure'
import { formatFraction, formatInterval, formatRate } from '@/domain/number-format'
import type { Translate } from '@/lib/i18n'
import styles from './total-line.module.css'

/** The figure that the tables below take apart, in one line with what it rests on. */
export function TotalLine({ figures, t }: { figures: Figures; t: Translate }) {
  const { total } = figures
  if (total.status === 'none' || total.status === 'suppressed') {
    return (
      <p className={styles.line}>
        <strong>{t(`figures.page.state.${total.status}`)}</strong>{' '}
        {t(`figures.page.state.${total.status}Why`)}
      </p>
    )
  }
  const base = t('figures.page.headline.base', { fraction: formatFraction(total, t.locale) })
  if (total.status === 'reference') {
    return (
      <p className={styles.line}>
        <strong>{base}</strong> {t('figures.page.state.referenceWhy')}
      </p>
    )
  }
  const { low, high } = total
  return (
    <p className={styles.line}>
      {t('label.rate')} <strong className={styles.rate}>{formatRate(total, t.locale)}</strong>{' '}
      <span>{base}</span>{' '}
      {low !== null && high !== null && (
        <span className={styles.soft}>
          {t('figures.page.column.interval')} {formatInterval({ low, high }, t.locale)}
        </span>
      )}
    </p>
  )
}
