import type { FigureRow } from '@/domain/figure'
import { formatFraction, formatRate } from '@/domain/number-format'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import styles from './closing-list.module.css'

/** The rate of the whole as it was closed. */
export function TotalCell({ total, locale }: { total: FigureRow | null; locale: Locale }) {
  const t = translator(locale)
  if (!total) return <>–</>
  if (total.status === 'none' || total.status === 'suppressed') {
    return <>{t(`figures.page.state.${total.status}`)}</>
  }
  if (total.status === 'reference') {
    return (
      <>
        {formatFraction(total, locale)} · {t('figures.page.state.referenceCell')}
      </>
    )
  }
  return (
    <>
      <strong>{formatRate(total, locale)}</strong>
      <small className={styles.small}>{formatFraction(total, locale)}</small>
    </>
  )
}
