import { addTo, type Cuts, type Line, peopleIn, type Stretch } from './cut'
import type { History } from './history'
import { isSmallGroup } from './rate'
import { isNearly } from './remainder'
import type { Steps } from './steps'

/** Who is in both of two items of different dimensions (`pairItem`), in the single units. */
export type Crossing = Readonly<{ pairs: History; unitsOf: (unit: number) => readonly number[] }>

/** A unit's view: the group of an item, and whether the item is the unit's own, like a desk. */
export type CrossView = Readonly<{
  unit: number
  groupOf: (item: string) => { group: number; isOwn: boolean } | undefined
}>

/** Two groups of one view, and who is in both of them. */
export type Overlap = Readonly<{ groups: readonly [number, number]; line: Line }>

/** Names the people who are in both items, whichever is named first. */
export const pairItem = (a: string, b: string): string =>
  a < b ? `${a}${and}${b}` : `${b}${and}${a}`

const and = ' & '

/** Every two groups of a view that have people in common, whatever the period. */
export function* listOverlaps(
  { pairs, unitsOf }: Crossing,
  views: readonly CrossView[],
): Steps<Overlap[]> {
  const found: Overlap[] = []
  const named = new Map<string, readonly string[]>()
  const placesOf = (pair: string): readonly string[] => {
    const places = named.get(pair) ?? pair.split(and)
    named.set(pair, places)
    return places
  }
  for (const { unit, groupOf } of views) {
    const units = unitsOf(unit)
    const sums = new Map<string, Overlap>()
    for (const one of units) {
      for (const [pair, line] of pairs.linesOf(one)) {
        const known = sums.get(pair)
        if (known) addTo(known.line, line)
        if (known) continue
        const [first = '', second = ''] = placesOf(pair)
        const [a, b] = [groupOf(first), groupOf(second)]
        if (!a || !b) continue
        const groups = [a.group, b.group] as const
        // What is a unit's own is nobody's under it.
        const isSummed = !a.isOwn && !b.isOwn && units.length > 1
        if (isSummed) sums.set(pair, { groups, line: line.slice() })
        else if (one === unit) found.push({ groups, line })
      }
      yield
    }
    found.push(...sums.values())
  }
  return found
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
  for (const [
    index,
    {
      groups: [a, b],
      line,
    },
  ] of overlaps.entries()) {
    if (index % 2000 === 0) yield
    const common = peopleIn(line, stretch)
    if (common === 0) continue
    if (common === people[a]) lookAt(a, b, common)
    if (common === people[b]) lookAt(b, a, common)
  }
  return twins

  function lookAt(small: number, large: number, common: number): void {
    const [inner, outer] = [groups[small], groups[large]]
    if (!inner || !outer) return
    const more = (people[large] ?? 0) - common
    if (more === 0) twins.set(small, [...(twins.get(small) ?? []), large])
    const isFew = isSmallGroup(more) || isNearly(inner.line, outer.line, outer.cuts, stretch)
    if (isFew) shown[small] = 0
  }
}
