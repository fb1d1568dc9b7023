import { type Cuts, type Line, rankOf, type Span } from './cut'
import type { CutTable } from './cut-table'
import { isSmallGroup } from './rate'
import type { Steps } from './steps'

/** An item of one dimension: its cell in the table, and the unit whose own it is, if it is one's. */
export type CrossItem = Readonly<{ item: string; cell: number; owner?: number }>

/** The dimensions that stand beside each other in one unit's view, and who is in an item of each of two. */
export type CrossView = Readonly<{
  everybody: number
  dimensions: readonly (readonly CrossItem[])[]
  bothOf: (a: CrossItem, b: CrossItem) => Line
}>

/**
 * Doors fix desk, channel and field at once, so that an item of one dimension may lie inside one of another, or beside it
 * with next to nobody in neither. Where one of the four groups that two items make is empty, the three others follow from
 * the two and everybody: none of them may be one to four. Nor may an item less all that lies inside it, or everybody less
 * the item and all that lies outside it. Answers whether it hid anything.
 */
export function* hideCrossings(
  table: CutTable,
  span: Span,
  views: readonly CrossView[],
): Steps<boolean> {
  let hid = false
  for (const view of views) {
    for (const [index, first] of view.dimensions.entries()) {
      for (const second of view.dimensions.slice(index + 1)) {
        for (const a of first) {
          for (const b of second) if (checkPair(table, span, view, a, b)) hid = true
          yield
        }
        for (const a of first) if (checkInside(table, span, view, a, second)) hid = true
        for (const b of second) if (checkInside(table, span, view, b, first)) hid = true
        yield
      }
    }
    yield
  }
  return hid
}

function checkPair(
  table: CutTable,
  span: Span,
  { everybody, bothOf }: CrossView,
  a: CrossItem,
  b: CrossItem,
): boolean {
  const both = bothOf(a, b)
  const cuts = commonCuts(table, [a.cell, b.cell])
  for (let i = 1; i < cuts.length; i++) {
    const [from, to] = [cuts[i - 1] ?? 0, cuts[i] ?? 0]
    const common = (both[to] ?? 0) - (both[from] ?? 0)
    const [onlyA, onlyB] = [a, b].map(({ cell }) => table.people(cell, from, to) - common)
    const all = table.people(everybody, from, to)
    const neither = all - common - (onlyA ?? 0) - (onlyB ?? 0)
    const four = [common, onlyA ?? 0, onlyB ?? 0, neither]
    if (!four.includes(0) || !four.some(isSmallGroup)) continue
    if (hideOne(table, span, [a.cell, b.cell], [from, to])) return true
  }
  return false
}

/** An item less the items of another dimension that lie inside it, and everybody else less those that lie outside. */
function checkInside(
  table: CutTable,
  span: Span,
  { everybody, bothOf }: CrossView,
  item: CrossItem,
  others: readonly CrossItem[],
): boolean {
  const { cell } = item
  const cuts = commonCuts(table, [cell])
  for (let i = 1; i < cuts.length; i++) {
    const [from, to] = [cuts[i - 1] ?? 0, cuts[i] ?? 0]
    const here = table.people(cell, from, to)
    let [inside, outside] = [here, table.people(everybody, from, to) - here]
    const [within, beside]: number[][] = [[], []]
    for (const other of others) {
      if (!table.isKnown(other.cell, from) || !table.isKnown(other.cell, to)) continue
      const both = bothOf(item, other)
      const common = (both[to] ?? 0) - (both[from] ?? 0)
      const people = table.people(other.cell, from, to)
      if (people === 0) continue
      if (common === people) {
        inside -= people
        within?.push(other.cell)
      } else if (common === 0) {
        outside -= people
        beside?.push(other.cell)
      }
    }
    if (isSmallGroup(inside) && hideOne(table, span, [...(within ?? []), cell], [from, to])) {
      return true
    }
    if (isSmallGroup(outside) && hideOne(table, span, [...(beside ?? []), cell], [from, to])) {
      return true
    }
  }
  return false
}

/** The smallest that can be hidden, at the end that is needed less. */
function hideOne(
  table: CutTable,
  span: Span,
  cells: readonly number[],
  [from, to]: readonly [number, number],
): boolean {
  const ends = rankOf(span, from) > rankOf(span, to) ? [from, to] : [to, from]
  const bySize = cells.toSorted((a, b) => table.people(a, from, to) - table.people(b, from, to))
  return ends.some((cut) => bySize.some((cell) => table.hide(cell, cut)))
}

function commonCuts(table: CutTable, cells: readonly number[]): number[] {
  const known: Cuts[] = cells.map((cell) => table.knownCuts(cell))
  return [...(known[0]?.keys() ?? [])].filter((cut) => known.every((cuts) => cuts[cut] === 1))
}
