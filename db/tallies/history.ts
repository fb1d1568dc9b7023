import 'server-only'
import { History } from '@/domain/hiding/history'
import type { Span } from '@/domain/hiding/line'
import { KeptByUnit } from './kept-by-unit'
import type { Ledger, LedgerCell } from './ledger'
import { readLedgers } from './ledgers'
import type { CellQuery } from './pages'

/** Whom a history counts: those with a level in the overall question or in the item, with an option, of a factor. */
const counted = {
  levels: ({ level, cell }: LedgerCell) => level === 0 && cell >= '1' && cell <= '5',
  options: ({ level, cell }: LedgerCell) => level > 0 && cell !== 'missing',
  factors: ({ cell }: LedgerCell) => cell === 'people',
}

type Wanted = Readonly<{
  /** What distinguishes `itemsOf` from that of other histories of the same cells. */
  name: string
  span: Span
  query: CellQuery
  of: keyof typeof counted
  /** The items that the people of a cell count in; none leaves them out. */
  itemsOf: (cell: LedgerCell) => readonly string[]
}>

/** Lines of some 300 bytes each. A unit of a province has up to 400, of pairs of places. */
const kept = new KeptByUnit<History>('histories', 150_000, (history) => {
  let lines = 1
  for (const unit of history.units()) lines += history.linesOf(unit).size
  return lines
})

/**
 * The people behind each item in every half-month, for the small-number rule: it looks at all periods at once, and
 * at every unit. What is known of a unit is kept until somebody answers there.
 */
export async function readHistory(
  unitIds: readonly number[],
  { name, span, query, of, itemsOf }: Wanted,
): Promise<History> {
  const history = new History(span)
  if (span.halves === 0) return history
  const key = JSON.stringify([name, span, query, of])
  const known = await kept.values(key, unitIds, async function* (missing) {
    for (const ledger of await readLedgers(query, missing)) {
      yield [ledger.unitId, historyOf(ledger, span, of, itemsOf)]
    }
  })
  for (const own of known) for (const unit of own.units()) history.adopt(unit, own)
  return history
}

function historyOf(
  ledger: Ledger,
  span: Span,
  of: keyof typeof counted,
  itemsOf: Wanted['itemsOf'],
): History {
  const history = new History(span)
  const { unitId, first, halves, cells, counts } = ledger
  let last: LedgerCell | undefined
  let people = new Int32Array(halves)
  const addLast = () => {
    if (!last) return
    for (const item of itemsOf(last)) history.addCounts(unitId, item, first, people)
  }
  for (const [i, cell] of cells.entries()) {
    if (!counted[of](cell)) continue
    // Cells of the same people follow each other.
    if (!last || !isSame(of, last, cell)) {
      addLast()
      last = cell
      people = new Int32Array(halves)
    }
    for (let at = 0; at < halves; at++) {
      people[at] = (people[at] ?? 0) + (counts[i * halves + at] ?? 0)
    }
  }
  addLast()
  return history
}

const isSame = (of: keyof typeof counted, a: LedgerCell, b: LedgerCell): boolean =>
  a.item === b.item &&
  a.slice === b.slice &&
  a.versionId === b.versionId &&
  (of !== 'options' || a.cell === b.cell)
