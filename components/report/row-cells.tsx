import box from '@/components/ui/box.module.css'
import type { Coverage, FigureRow } from '@/domain/figure'
import { formatFraction, formatInterval, formatRate, formatScore } from '@/domain/number-format'
import { bottomTwoBox, scoreRate } from '@/domain/rate'
import type { Translate } from '@/lib/i18n'
import { IntervalMark } from './interval-mark'
import styles from './row-cells.module.css'
import { Share } from './share'
import { StatusCells } from './status-cells'

/** Which columns a table has beside rate, its two numbers, dissatisfied rate and score. */
export type RateColumns = Readonly<{
  withInterval: boolean
  withCoverage: boolean
  /** Without dissatisfied rate and score. */
  isBrief: boolean
  /** Where the axis of the intervals begins, 0..1. */
  floor: number
}>

/** The cells of one group: its rate and what stands beside it, or why there is none. */
export function RateCells(props: { row: FigureRow; t: Translate; columns: RateColumns }) {
  const { row, t, columns } = props
  const { withInterval, withCoverage, isBrief } = columns
  if (row.status !== 'ok') {
    return <StatusCells row={row} t={t} rest={countRest(columns)} />
  }
  const { low, high } = row
  return (
    <>
      <td className={styles.rate} data-kind="number">
        {formatRate(row, t.locale)}
      </td>
      <td data-kind="number">{formatFraction(row, t.locale)}</td>
      {withInterval && (
        <>
          <td className={styles.mark}>
            <IntervalMark rate={row.rate} low={low} high={high} floor={columns.floor} />
          </td>
          <td data-kind="number">
            {low !== null && high !== null && formatInterval({ low, high }, t.locale)}
          </td>
        </>
      )}
      {!isBrief && (
        <>
          <td data-kind="number">
            <Share rate={bottomTwoBox(row.levels)} t={t} />
          </td>
          <td data-kind="number">{formatScore(scoreRate(row.levels), t.locale)}</td>
        </>
      )}
      {withCoverage && <CoverageCell coverage={row.coverage} t={t} />}
    </>
  )
}

/** The columns after rate and numbers. */
export const countRest = ({ withInterval, withCoverage, isBrief }: RateColumns): number =>
  (withInterval ? 2 : 0) + (isBrief ? 0 : 2) + (withCoverage ? 1 : 0)

function CoverageCell({ coverage, t }: { coverage: Coverage | undefined; t: Translate }) {
  if (coverage?.status === 'ok' || coverage?.status === 'over') {
    const rate = { k: coverage.n, n: coverage.dossiers }
    return (
      <td data-kind="number">
        <Share rate={rate} t={t} />
      </td>
    )
  }
  const hidden = coverage?.status === 'suppressed'
  const word = hidden ? 'figures.page.state.suppressed' : 'figures.page.beside.coverageNone'
  return (
    <td className={box.soft} data-kind="number">
      {t(word)}
    </td>
  )
}
