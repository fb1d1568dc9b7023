import type { Steps } from '../steps'
import type { History } from './history'
import { addTo, type Line, type Span, subtractLines } from './line'

/** Who is in both of two items of different dimensions (`pairItem`), in the single units. */
export type Crossing = Readonly<{ pairs: History; unitsOf: (unit: number) => readonly number[] }>

/** A unit's view: the group of an item, where the view has it. */
export type CrossView = Readonly<{ unit: number; groupOf: (item: string) => number | undefined }>

/** Every view, and whether a group is a unit's own, like a desk: it is nobody's under the unit. */
type Views = Readonly<{ views: readonly CrossView[]; isOwn: (group: number) => boolean }>

/** Two groups of one view, and who is in both of them. */
type Overlap = Readonly<{ first: number; second: number; line: Line }>

/** By unit whose view it is. */
export type Overlaps = ReadonlyMap<number, Found>

/** The units of a view, and the pairs of each. */
type Where = Readonly<{ span: Span; units: readonly number[]; rows: readonly Row[] }>

/** The overlaps of a view, and where those stand that are summed over its units. */
type Found = Where &
  Readonly<{ overlaps: readonly Overlap[]; placeOf: ReadonlyMap<string, number> }>

/** The pairs of one unit. */
type Row = ReadonlyMap<string, Line>

/** Names the people who are in both items, whichever is named first. */
export const pairItem = (a: string, b: string): string =>
  a < b ? `${a}${and}${b}` : `${b}${and}${a}`

const and = ' & '

/**
 * Every two groups of a view that have people in common, whatever the period.
 * @param before what was found for the same views earlier; what has not moved since is taken over.
 */
export function* listOverlaps(
  { pairs, unitsOf }: Crossing,
  { views, isOwn }: Views,
  before: Overlaps = new Map(),
): Steps<Overlaps> {
  const all = new Map<number, Found>()
  for (const view of views) {
    const units = unitsOf(view.unit)
    const where = { span: pairs.span, units, rows: units.map(pairs.linesOf) }
    const known = before.get(view.unit)
    const found = known && takeOver(known, view, where)
    all.set(view.unit, found ?? (yield* findIn(view, isOwn, where)))
    yield
  }
  return all
}

function* findIn({ unit, groupOf }: CrossView, isOwn: Views['isOwn'], where: Where): Steps<Found> {
  const { units, rows } = where
  const overlaps: Overlap[] = []
  const placeOf = new Map<string, number>()
  for (const [index, row] of rows.entries()) {
    for (const [pair, line] of row) {
      const known = overlaps[placeOf.get(pair) ?? -1]
      if (known) addTo(known.line, line)
      if (known) continue
      const items = itemsIn(pair)
      const first = groupOf(items[0])
      const second = groupOf(items[1])
      if (first === undefined || second === undefined) continue
      const isSummed = units.length > 1 && !isOwn(first) && !isOwn(second)
      if (isSummed) placeOf.set(pair, overlaps.push({ first, second, line: line.slice() }) - 1)
      else if (units[index] === unit) overlaps.push({ first, second, line })
    }
    yield
  }
  return { ...where, overlaps, placeOf }
}

/** More units than these are sooner looked through again. */
const mostMoved = 8

/** The same with the units that have moved since; undefined where pairs came or went, or in the unit itself. */
function takeOver(known: Found, { unit }: CrossView, where: Where): Found | undefined {
  const { span, units, rows } = where
  const isSameSpan = span.first === known.span.first && span.halves === known.span.halves
  if (!isSameSpan || units.length !== known.units.length) return
  if (units.some((one, i) => one !== known.units[i])) return
  const moved = [...rows.keys()].filter((i) => rows[i] !== known.rows[i])
  if (moved.length === 0) return known
  if (moved.length > mostMoved) return
  const overlaps = [...known.overlaps]
  for (const i of moved) {
    const [before, now] = [known.rows[i] ?? noRow, rows[i] ?? noRow]
    if (units[i] === unit || !hasSamePairs(before, now)) return
    for (const [pair, line] of now) {
      const place = known.placeOf.get(pair) ?? -1
      const overlap = overlaps[place]
      if (!overlap) continue
      const sum = subtractLines(overlap.line, before.get(pair) ?? line)
      addTo(sum, line)
      overlaps[place] = { ...overlap, line: sum }
    }
  }
  return { ...known, overlaps, rows }
}

const noRow: Row = new Map()

/** In the same order too: that of the overlaps follows it. */
function hasSamePairs(a: Row, b: Row): boolean {
  const others = b.keys()
  if (a.size !== b.size) return false
  for (const pair of a.keys()) if (pair !== others.next().value) return false
  return true
}

type Pair = readonly [first: string, second: string]

// Every view and every look ask for the same few thousand.
const knownPairs = new Map<string, Pair>()

function itemsIn(pair: string): Pair {
  const known = knownPairs.get(pair)
  if (known) return known
  const [first = '', second = ''] = pair.split(and)
  const items = [first, second] as const
  if (knownPairs.size >= 20_000) knownPairs.clear()
  knownPairs.set(pair, items)
  return items
}
