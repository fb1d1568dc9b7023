import type { FigureRow } from './figure'
import type { Group } from './group'
import { compareNames } from './name-order'
import { compareRates, countOf, score, statusOf, topTwoBox, wilson } from './rate'

type Head = Omit<FigureRow, 'status' | 'levels' | 'n' | 'k' | 'rate' | 'score' | 'low' | 'high'>

/**
 * A group as it may be shown. `isHidden` where another table would give it away by subtraction.
 * `interval` is false where answers of one person are pooled and so are not independent.
 */
export function toRow(
  head: Head,
  group: Group,
  { isHidden = false, interval = true }: { isHidden?: boolean; interval?: boolean } = {},
): FigureRow {
  const { levels, people } = group
  const { key, label } = head
  const status = statusOf(people)
  // A page has hundreds of rows: what a row always has stands in one literal, and the rest of its head is added to it.
  // The other way round, an object that grows, takes twenty times as long and fifteen times the memory.
  if (status === 'none') return Object.assign({ key, label, status, n: 0 as const }, head)
  if (isHidden || status === 'suppressed') {
    return { key, label, ...(head.break ? { break: true } : {}), status: 'suppressed' }
  }
  const { k, n } = topTwoBox(levels)
  if (status === 'reference') return Object.assign({ key, label, status, levels, n, k }, head)
  const { low, high } = interval ? wilson({ k, n }) : { low: null, high: null }
  const rate = k / n
  const row = { key, label, status, levels, n, k, rate, score: score(levels) ?? 0, low, high }
  return Object.assign(row, head)
}

/** Nobody stands before or after somebody else by satisfaction unless all have this many people. */
export const rankThreshold = 100

export type Ranking = Readonly<{ order: 'rate' | 'name'; rows: readonly FigureRow[] }>

/**
 * Puts units in order: by rate, highest first, where all have 100 people or more, with a tie marked
 * where the difference to the row before is not conclusive; by name everywhere else.
 */
export function rankUnits(rows: readonly FigureRow[]): Ranking {
  const byName = rows.toSorted((a, b) => compareNames(a.label, b.label) || (a.key < b.key ? -1 : 1))
  const rated = byName.filter((row) => row.status === 'ok' && countOf(row.levels) >= rankThreshold)
  if (rated.length < byName.length || rated.length < 2) return { order: 'name', rows: byName }
  const sorted = rated.toSorted((a, b) => rateOf(b) - rateOf(a))
  return { order: 'rate', rows: sorted.map((row, index) => markTie(row, sorted[index - 1])) }
}

const rateOf = (row: FigureRow) => (row.status === 'ok' ? row.rate : -1)

/** A tie stands where the difference to the row before is not conclusive. */
export function markTie(row: FigureRow, above: FigureRow | undefined): FigureRow {
  if (row.status !== 'ok' || above?.status !== 'ok') return row
  return compareRates(above, row)?.isConclusive ? row : { ...row, tied: true }
}
