import type { DossierTable } from './dossier/table'
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
  /** Beside the pooled rate, where the units under this one differ in workload; null where it cannot be said. */
  weighted?: Weighted | null
}>

/**
 * Σ(Nₕ·pₕ) / ΣNₕ over units with 30 people and more and known dossiers; a fraction, without an interval.
 * `covered` of `dossiers` belong to these units; `dossiers` is null where not all units' are known.
 */
export type Weighted = Readonly<{
  rate: number
  units: number
  covered: number
  dossiers: number | null
}>

/** The rate beside the same unit's rate in another period. */
export type Against = Readonly<{
  period: Period
  total: FigureRow
  /** Null where one of the two has no rate, or where the overall question is not the same. */
  change: Comparison | null
  /** Why there is no change: another question was asked, one of the two is hidden, or has fewer than 30 people. */
  obstacle?: 'other-question' | 'hidden' | 'no-rate'
}>

/** What is known of a unit in one period without its breakdowns. */
export type Total = Pick<Figures, 'scope' | 'period' | 'total'>

export function setAgainst(now: Total, then: Total): Against {
  const [a, b] = [now.total, then.total]
  const isSameQuestion = now.scope.question.series === then.scope.question.series
  const isRated = isSameQuestion && a.status === 'ok' && b.status === 'ok'
  const against = { period: then.period, total: b }
  if (isRated) return { ...against, change: compareRates(a, b) }
  const isHidden = a.status === 'suppressed' || b.status === 'suppressed'
  const obstacle = !isSameQuestion ? 'other-question' : isHidden ? 'hidden' : 'no-rate'
  return { ...against, change: null, obstacle }
}

/** From the figures by unit; null where fewer than two units have a rate and known dossiers. */
export function weightUnits({ rows, coverage }: Figures): Weighted | null {
  const known = rows.flatMap((row) => {
    const { coverage: own } = row
    const isKnown = row.status === 'ok' && (own?.status === 'ok' || own?.status === 'over')
    return isKnown ? [{ rate: row.rate, dossiers: own.dossiers }] : []
  })
  const covered = known.reduce((sum, { dossiers }) => sum + dossiers, 0)
  if (known.length < 2 || covered === 0) return null
  const satisfied = known.reduce((sum, { rate, dossiers }) => sum + rate * dossiers, 0)
  const isKnown = coverage.status === 'ok' || coverage.status === 'over'
  return {
    rate: satisfied / covered,
    units: known.length,
    covered,
    dossiers: isKnown ? coverage.dossiers : null,
  }
}
