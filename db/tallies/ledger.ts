import 'server-only'
import type { HalfMonths } from '@/domain/period'
import type { Slice } from '@/domain/tally'
import { shared } from '@/lib/shared'
import type { CellLine } from './pages'

/** A cell of the tallies, whenever it was counted in; as a rule the same object for all units. */
export type LedgerCell = Readonly<{
  versionId: number
  slice: Slice
  item: string
  cell: string
  level: number
}>

/** What was counted in the cells of one unit at all times: for each cell `halves` numbers, from half-month `first` on. */
export type Ledger = Readonly<{
  unitId: number
  first: number
  halves: number
  cells: readonly LedgerCell[]
  counts: Uint16Array | Uint32Array
}>

export function ledgerOf(unitId: number, lines: readonly CellLine[]): Ledger {
  let [first, last, most] = [lines[0]?.halfMonths[0] ?? 0, -1, 0]
  for (const { halfMonths, counts } of lines) {
    first = Math.min(first, halfMonths[0] ?? first)
    last = Math.max(last, halfMonths.at(-1) ?? last)
    for (const n of counts) most = Math.max(most, n)
  }
  const halves = Math.max(0, last - first + 1)
  const size = lines.length * halves
  const counts = most < 2 ** 16 ? new Uint16Array(size) : new Uint32Array(size)
  for (const [i, line] of lines.entries()) {
    for (const [at, halfMonth] of line.halfMonths.entries()) {
      counts[i * halves + halfMonth - first] = line.counts[at] ?? 0
    }
  }
  return { unitId, first, halves, cells: lines.map(cellOf), counts }
}

/** The same with these half-months as they are now, `lines` being all that stands in them; null where they do not fit in. */
export function renewed(
  ledger: Ledger,
  { first, last }: HalfMonths,
  lines: readonly CellLine[],
): Ledger | null {
  const { halves, cells } = ledger
  const [from, to] = [first - ledger.first, last - ledger.first]
  if (from < 0 || to >= halves) return lines.length === 0 ? ledger : null
  const counts = ledger.counts.slice()
  const most = 2 ** (8 * counts.BYTES_PER_ELEMENT) - 1
  const places = new Map(cells.map((cell, i) => [cell, i * halves]))
  for (const start of places.values()) counts.fill(0, start + from, start + to + 1)
  for (const line of lines) {
    const start = places.get(cellOf(line))
    if (start === undefined) return null
    for (const [at, halfMonth] of line.halfMonths.entries()) {
      const n = line.counts[at] ?? 0
      if (n > most) return null
      counts[start + halfMonth - ledger.first] = n
    }
  }
  return { ...ledger, counts }
}

/** How many people were counted in the i-th cell in these half-months. */
export function sumOf({ first, halves, counts }: Ledger, i: number, asked: HalfMonths): number {
  const start = i * halves - first
  const end = start + Math.min(asked.last, first + halves - 1)
  let sum = 0
  for (let at = start + Math.max(asked.first, first); at <= end; at++) sum += counts[at] ?? 0
  return sum
}

/** Memory in bytes, but for what units share. */
export const bytesOf = ({ cells, counts }: Ledger): number => counts.byteLength + 8 * cells.length

/** So many at most; beyond it they are collected anew, and units share less. */
const mostCells = 50_000
const known = shared('ledger cells', () => new Map<string, LedgerCell>())

function cellOf({ versionId, slice, item, cell, level }: CellLine): LedgerCell {
  const key = `${versionId} ${slice} ${level} ${cell} ${item}`
  const found = known.get(key)
  if (found) return found
  if (known.size >= mostCells) known.clear()
  const made = { versionId, slice, item, cell, level }
  known.set(key, made)
  return made
}
