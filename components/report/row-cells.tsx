import type { Coverage, FigureRow } from '@/domain/figure'
import { formatFraction, formatInterval, formatScore } from '@/domain/number-format'
import { bottomTwoBox, scoreRate } from '@/domain/rate'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { IntervalMark } from './interval-mark'
import styles from './row-cells.module.css'
import { Share } from './share'

/** The cells of one group: its rate and what stands beside it, or why there is none. */
export function RateCells(props: {
  row: FigureRow
  locale: Locale
  withInterval: boolean
  withCoverage: boolean
}) {
  const { row, locale, withInterval, withCoverage } = props
  if (row.status !== 'ok') {
    const span = 3 + (withInterval ? 2 : 0) + (withCoverage ? 1 : 0)
    return <StatusCell row={row} locale={locale} span={span} />
  }
  const { low, high } = row
  return (
    <>
      <td>
        <Share rate={row} locale={locale} />
      </td>
      {withInterval && (
        <>
          <td className={styles.mark}>
            <IntervalMark rate={row.rate} low={low} high={high} />
          </td>
          <td className={styles.whole}>
            {low !== null && high !== null && formatInterval({ low, high }, locale)}
          </td>
        </>
      )}
      <td>
        <Share rate={bottomTwoBox(row.levels)} locale={locale} />
      </td>
      <td>{formatScore(scoreRate(row.levels), locale)}</td>
      {withCoverage && <CoverageCell coverage={row.coverage} locale={locale} />}
    </>
  )
}

/** Across the columns that would hold figures: counts for reference, or that there is nothing to show. */
export function StatusCell(props: { row: FigureRow; locale: Locale; span: number }) {
  const { row, locale, span } = props
  const t = translator(locale)
  if (row.status === 'reference') {
    const base = t('figures.page.headline.base', { fraction: formatFraction(row, locale) })
    return (
      <td colSpan={span} className={styles.reference}>
        {base} · {t('figures.page.state.referenceCell')}
      </td>
    )
  }
  const word = row.status === 'none' ? 'figures.page.state.none' : 'figures.page.state.suppressed'
  return (
    <td colSpan={span} className={styles.hidden}>
      {t(word)}
    </td>
  )
}

function CoverageCell({ coverage, locale }: { coverage: Coverage | undefined; locale: Locale }) {
  const t = translator(locale)
  if (coverage?.status === 'ok' || coverage?.status === 'over') {
    const rate = { k: coverage.n, n: coverage.dossiers }
    return (
      <td>
        <Share rate={rate} locale={locale} />
      </td>
    )
  }
  const hidden = coverage?.status === 'suppressed'
  const word = hidden ? 'figures.page.state.suppressed' : 'figures.page.beside.coverageNone'
  return <td className={styles.hidden}>{t(word)}</td>
}
