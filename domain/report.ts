import type { DossierTable } from './dossier-table'
import type { FigureRow, Figures } from './figure'
import type { Period } from './period'
import { type Comparison, compareRates } from './rate'

/**
 * Everything that is said of one unit, survey and period. The page, the printed report, Word, Excel, CSV and the
 * closing of a period are all made from this one object, and nothing that must stay hidden is in it.
 */
export type Report = Readonly<{
  /** By total, with what stands beside the rate. */
  total: Figures
  /** By every further dimension, in the order of the page; empty where the total is not shown. */
  breakdowns: readonly Figures[]
  previous: Against
  lastYear: Against
  dossiers: DossierTable
}>

/** The rate beside the same unit's rate in another period. */
export type Against = Readonly<{
  period: Period
  total: FigureRow
  /** Null where one of the two has no rate, or where the overall question is not the same. */
  change: Comparison | null
}>

export function setAgainst(now: Figures, then: Figures): Against {
  const [a, b] = [now.total, then.total]
  const isSameQuestion = now.scope.question.series === then.scope.question.series
  const isRated = isSameQuestion && a.status === 'ok' && b.status === 'ok'
  return { period: then.period, total: b, change: isRated ? compareRates(a, b) : null }
}
