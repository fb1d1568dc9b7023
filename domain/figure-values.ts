import type { Coverage, FigureRow } from './figure'
import { roundEnd, roundRate } from './number-format'
import { bottomTwoBox, neutralBox, type Rate, scoreRate, topTwoBox } from './rate'

/** What stands of a group in files of numbers, in the order of their columns. */
export const valueNames = [
  'n1',
  'n2',
  'n3',
  'n4',
  'n5',
  'n',
  'k',
  'rate',
  'low',
  'high',
  'neutralRate',
  'dissatisfied',
  'dissatisfiedRate',
  'score',
  'covered',
  'dossiers',
  'coverage',
] as const
export type ValueName = (typeof valueNames)[number]
export type Values = Readonly<Record<ValueName, number | null>>

/** `count` a whole number, `share` a fraction 0–1 (coverage may be more), `score` 0–100. */
export const kindOf = (name: ValueName): 'count' | 'share' | 'score' => {
  if (name === 'score') return 'score'
  return /rate$|^low$|^high$|^coverage$/i.test(name) ? 'share' : 'count'
}

/**
 * The numbers of a group, null where there is none to show. Shares and the score are rounded as they are printed
 * everywhere (two decimals, 1 only where k = n), so that no spreadsheet rounds 99.996% to 100%.
 */
export function valuesOf(row: FigureRow): Values {
  const coverage = row.status === 'suppressed' ? nothingCovered : coverageValues(row.coverage)
  if (row.status === 'none') return { ...noValues, ...coverage, n: 0 }
  if (row.status === 'suppressed') return noValues
  const [n1, n2, n3, n4, n5] = row.levels
  const low = bottomTwoBox(row.levels)
  const counts = { n1, n2, n3, n4, n5, n: row.n, k: row.k, dissatisfied: low.k }
  if (row.status === 'reference') return { ...noValues, ...coverage, ...counts }
  return {
    ...coverage,
    ...counts,
    rate: share(topTwoBox(row.levels)),
    low: row.low === null ? null : roundEnd(row.low, 2) / 10_000,
    high: row.high === null ? null : roundEnd(row.high, 2) / 10_000,
    neutralRate: share(neutralBox(row.levels)),
    dissatisfiedRate: share(low),
    score: roundRate(scoreRate(row.levels)) / 100,
  }
}

function coverageValues(coverage: Coverage | undefined) {
  if (coverage?.status !== 'ok' && coverage?.status !== 'over') return nothingCovered
  const { n, dossiers } = coverage
  return { covered: n, dossiers, coverage: dossiers === 0 ? null : share({ k: n, n: dossiers }) }
}

/** A fraction with four decimals. */
export const share = (rate: Rate): number => roundRate(rate) / 10_000

const nothingCovered = { covered: null, dossiers: null, coverage: null }

export const noValues = Object.fromEntries(valueNames.map((name) => [name, null])) as Values
