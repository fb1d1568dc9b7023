import type { FigureRow } from './figure'
import { markTie, rankThreshold } from './figure-row'
import { compareNames } from './name-order'
import { bottomTwoBox, neutralBox, type Rate, share, topTwoBox } from './rate'

/** By what a table may stand: the last three are numbers of people at those levels. */
const orderColumns = [
  'name',
  'n',
  'rate',
  'dissatisfied',
  'score',
  'coverage',
  'low',
  'middle',
  'high',
] as const
export type OrderColumn = (typeof orderColumns)[number]
export type RowOrder = Readonly<{ column: OrderColumn; isDescending: boolean }>

const ranking: readonly OrderColumn[] = ['rate', 'dissatisfied', 'score']

export const isRanking = (column: OrderColumn): boolean => ranking.includes(column)

/** Whether rows may be ordered by satisfaction: every one that has anybody in it has 100 or more. */
export function mayRank(rows: readonly FigureRow[]): boolean {
  const filled = rows.filter((row) => row.status !== 'none')
  return (
    filled.length > 1 &&
    filled.every((row) => row.status === 'ok' && row.n >= rankThreshold && !row.break)
  )
}

/** `rate`, or `-rate` for the highest first, as an address says it; null for anything else. */
export function parseRowOrder(text: string): RowOrder | null {
  const isDescending = text.startsWith('-')
  const column = orderColumns.find((one) => one === text.slice(isDescending ? 1 : 0))
  return column ? { column, isDescending } : null
}

export const formatRowOrder = ({ column, isDescending }: RowOrder): string =>
  `${isDescending ? '-' : ''}${column}`

/**
 * The rows in this order. Those that do not show what it goes by stand behind, by name: neither what is hidden nor a
 * group of less than 30 gets a rank. @param isTieMarked false where the rows share people, so that no test holds.
 */
export function orderRows(
  rows: readonly FigureRow[],
  order: RowOrder,
  { isTieMarked = true }: { isTieMarked?: boolean } = {},
): FigureRow[] {
  const byName = rows.toSorted((a, b) => compareNames(a.label, b.label))
  const plain = byName.map(({ tied: _, ...row }): FigureRow => row)
  if (order.column === 'name') return order.isDescending ? plain.toReversed() : plain
  const valued = plain.filter((row) => figureOf(row, order.column) !== null)
  const rest = plain.filter((row) => figureOf(row, order.column) === null)
  const sign = order.isDescending ? -1 : 1
  const value = (row: FigureRow) => figureOf(row, order.column) ?? 0
  const sorted = valued.toSorted((a, b) => sign * (value(a) - value(b)))
  const isTied = isTieMarked && order.column === 'rate'
  return [...(isTied ? sorted.map((row, at) => markTie(row, sorted[at - 1])) : sorted), ...rest]
}

function figureOf(row: FigureRow, column: OrderColumn): number | null {
  if (column === 'coverage') return coverageOf(row)
  if (column === 'n' && row.status === 'reference') return row.n
  if (row.status !== 'ok') return null
  if (column === 'n') return row.n
  if (column === 'score') return row.score
  if (column === 'rate') return row.rate
  if (column === 'dissatisfied') return share(bottomTwoBox(row.levels))
  return boxOf(row.levels, column)?.k ?? null
}

function boxOf(levels: Parameters<typeof topTwoBox>[0], column: OrderColumn): Rate | null {
  if (column === 'low') return bottomTwoBox(levels)
  if (column === 'middle') return neutralBox(levels)
  return column === 'high' ? topTwoBox(levels) : null
}

function coverageOf({ coverage }: FigureRow): number | null {
  const isKnown = coverage?.status === 'ok' || coverage?.status === 'over'
  return isKnown ? share({ k: coverage.n, n: coverage.dossiers }) : null
}
