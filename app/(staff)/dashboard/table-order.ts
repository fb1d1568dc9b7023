import type { FigureRow, Figures } from '@/domain/figure'
import { bottomTwoBox } from '@/domain/rate'
import { isRanking, mayRank, orderRows, parseRowOrder, type RowOrder } from '@/domain/row-order'
import type { MessageKey } from '@/lib/i18n'

export type TableOrder = Readonly<{
  rows: readonly FigureRow[]
  /** How the rows stand; null where as they are listed. */
  order: RowOrder | null
  mayRank: boolean
}>

/** The rows of a breakdown in the order asked for (`desk.-n`), or in the one that tells most. */
export function orderTable(figures: Figures, sort: string): TableOrder {
  const { by, rows } = figures
  // What came in under the unit's own name is not one of its parts, and stands last.
  const isOwn = (row: FigureRow) => by === 'unit' && row.key === figures.scope.unit.code
  const ranked = rows.filter((row) => !isOwn(row))
  const isAllowed = mayRank(ranked) || (by === 'unit' && figures.order === 'rate')
  const [asked, text = ''] = sort.split('.')
  const wanted = asked === by ? parseRowOrder(text) : null
  const isRefused = wanted !== null && isRanking(wanted.column) && !isAllowed
  const order = (isRefused ? null : wanted) ?? usualOrder(figures, isAllowed)
  if (!order) return { rows, order, mayRank: isAllowed }
  const options = { isTieMarked: by !== 'factor' && by !== 'question' && by !== 'reason' }
  return {
    rows: [...orderRows(ranked, order, options), ...rows.filter(isOwn)],
    order,
    mayRank: isAllowed,
  }
}

const mostDissatisfied: RowOrder = { column: 'low', isDescending: true }

/** What pulls the rate down stands first among questions; what most people name first among reasons. */
function usualOrder({ by, order }: Figures, isAllowed: boolean): RowOrder | null {
  if (by === 'unit')
    return { column: order === 'rate' ? 'rate' : 'name', isDescending: order === 'rate' }
  if (by === 'reason') return mostDissatisfied
  const isQuestion = by === 'factor' || by === 'question'
  return isQuestion && isAllowed ? { column: 'rate', isDescending: false } : null
}

/**
 * The reasons that dissatisfied people named, the most named first; `isPart` where there are others, whose groups are too
 * small to be put in order.
 */
export function namedByDissatisfied(rows: readonly FigureRow[]) {
  const ordered = orderRows(rows, mostDissatisfied, { isTieMarked: false })
  return {
    shown: ordered.filter((row) => row.status === 'ok' && bottomTwoBox(row.levels).k > 0),
    isPart: rows.some(({ status }) => status === 'reference' || status === 'suppressed'),
  }
}

/** What a reader must know of the numbers in the table, however it stands. */
export function noteOfNumbers(by: Figures['by']): MessageKey | undefined {
  if (by === 'factor') return 'figures.page.note.factor'
  if (by === 'reason') return 'figures.page.note.reason'
  return by === 'fact' ? 'figures.page.note.fact' : undefined
}

/** What a reader must know of how the table stands. */
export function noteOfOrder(
  figures: Figures,
  { order, mayRank }: TableOrder,
): MessageKey | undefined {
  const { by, rows } = figures
  if (by === 'reason') return 'figures.page.note.order-people'
  if (by === 'question') return mayRank ? 'figures.page.note.question' : undefined
  if (by === 'factor' || by === 'fact' || by === 'month' || rows.length < 3) return undefined
  if (!mayRank) return 'figures.page.note.order-name'
  return order?.column === 'rate' ? 'figures.page.note.order-rate' : undefined
}
