import { isSmallGroup } from '../rate'
import type { Steps } from '../steps'
import type { Cuts } from './cut'
import type { History } from './history'
import { addTo, type Line, peopleIn, type Stretch } from './line'
import { isNearly } from './remainder'

/** Who is in both of two items of different dimensions (`pairItem`), in the single units. */
export type Crossing = Readonly<{ pairs: History; unitsOf: (unit: number) => readonly number[] }>

/** A unit's view: the group of an item, where the view has it. */
export type CrossView = Readonly<{ unit: number; groupOf: (item: string) => number | undefined }>

/** Two groups of one view, and who is in both of them. */
export type Overlap = Readonly<{ first: number; second: number; line: Line }>

/** Names the people who are in both items, whichever is named first. */
export const pairItem = (a: string, b: string): string =>
  a < b ? `${a}${and}${b}` : `${b}${and}${a}`

const and = ' & '

/**
 * Every two groups of a view that have people in common, whatever the period.
 * @param isOwn whether a group is a unit's own, like a desk: it is nobody's under the unit.
 */
export function* listOverlaps(
  { pairs, unitsOf }: Crossing,
  views: readonly CrossView[],
  isOwn: (group: number) => boolean,
): Steps<Overlap[]> {
  const found: Overlap[] = []
  for (const { unit, groupOf } of views) {
    const units = unitsOf(unit)
    const sums = new Map<string, Overlap>()
    for (const one of units) {
      for (const [pair, line] of pairs.linesOf(one)) {
        const known = sums.get(pair)
        if (known) addTo(known.line, line)
        if (known) continue
        const items = itemsIn(pair)
        const first = groupOf(items[0])
        const second = groupOf(items[1])
        if (first === undefined || second === undefined) continue
        const isSummed = units.length > 1 && !isOwn(first) && !isOwn(second)
        if (isSummed) sums.set(pair, { first, second, line: line.slice() })
        else if (one === unit) found.push({ first, second, line })
      }
      yield
    }
    for (const sum of sums.values()) found.push(sum)
  }
  return found
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

/**
 * Doors fix desk, channel and field at once, so that an item of one dimension may lie inside one of another, on the same
 * page. Where the larger has one to four more, the smaller is hidden (`shown`); groups of the very same people are
 * answered as twins, to be shown or hidden together.
 * The larger may be that of another period, if nobody else of the smaller answered there.
 * @param people of each group in the period.
 */
export function* findTwins(
  overlaps: readonly Overlap[],
  stretch: Stretch,
  groups: readonly Readonly<{ line: Line; cuts: Cuts }>[],
  people: Int32Array,
  shown: Uint8Array,
): Steps<Map<number, number[]>> {
  const twins = new Map<number, number[]>()
  // By index: an iterator makes an object of every one of some ten thousand.
  for (let index = 0; index < overlaps.length; index++) {
    if (index % 2000 === 0) yield
    const overlap = overlaps[index]
    if (!overlap) continue
    const common = peopleIn(overlap.line, stretch)
    if (common === 0) continue
    if (common === people[overlap.first]) lookAt(overlap.first, overlap.second, common)
    if (common === people[overlap.second]) lookAt(overlap.second, overlap.first, common)
  }
  return twins

  function lookAt(small: number, large: number, common: number): void {
    const inner = groups[small]
    const outer = groups[large]
    if (!inner || !outer) return
    const more = (people[large] ?? 0) - common
    if (more === 0) twins.set(small, [...(twins.get(small) ?? []), large])
    const isFew = isSmallGroup(more) || isNearly(inner.line, outer.line, outer.cuts, stretch)
    if (isFew) shown[small] = 0
  }
}
