import { type Cuts, type Line, peopleIn, type Stretch } from './cut'
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

/** Names the people who are in both items, whichever is named first. */
export const pairItem = (a: string, b: string): string =>
  a < b ? `${a}${and}${b}` : `${b}${and}${a}`

const and = ' & '

/**
 * Doors fix desk, channel and field at once, so that an item of one dimension may lie inside one of another, on the same
 * page. Where the larger has one to four more, the smaller is hidden (`shown`); groups of the very same people are
 * answered as twins, to be shown or hidden together.
 * The larger may be that of another period, if nobody else of the smaller answered there.
 */
export function* findTwins(
  { pairs, unitsOf }: Crossing,
  views: readonly CrossView[],
  stretch: Stretch,
  groups: readonly Readonly<{ line: Line; cuts: Cuts }>[],
  shown: Uint8Array,
): Steps<Map<number, number[]>> {
  const twins = new Map<number, number[]>()
  const known = new Map<number, [item: string, people: number][]>()
  const countOwn = (unit: number) => {
    const found = known.get(unit) ?? countPairs(pairs, unit, stretch)
    known.set(unit, found)
    return found
  }
  const named = new Map<string, readonly string[]>()
  const placesOf = (pair: string): readonly string[] => {
    const places = named.get(pair) ?? pair.split(and)
    named.set(pair, places)
    return places
  }
  for (const { unit, groupOf } of views) {
    const own = new Map(countOwn(unit))
    const under = new Map<string, number>()
    for (const one of unitsOf(unit)) {
      for (const [item, n] of countOwn(one)) under.set(item, (under.get(item) ?? 0) + n)
      yield
    }
    for (const [pair, n] of under) {
      const [first = '', second = ''] = placesOf(pair)
      const [a, b] = [groupOf(first), groupOf(second)]
      if (!a || !b) continue
      const common = (a.isOwn || b.isOwn ? own.get(pair) : n) ?? 0
      for (const [small, large] of [
        [a.group, b.group],
        [b.group, a.group],
      ] as const) {
        const [inner, outer] = [groups[small], groups[large]]
        if (!inner || !outer || common === 0 || common !== peopleIn(inner.line, stretch)) continue
        const more = peopleIn(outer.line, stretch) - common
        if (more === 0) twins.set(small, [...(twins.get(small) ?? []), large])
        const isFew = isSmallGroup(more) || isNearly(inner.line, outer.line, outer.cuts, stretch)
        if (isFew) shown[small] = 0
      }
    }
    yield
  }
  return twins
}

const countPairs = (pairs: History, unit: number, stretch: Stretch): [string, number][] =>
  [...pairs.linesOf(unit)].flatMap(([item, line]): [string, number][] => {
    const n = peopleIn(line, stretch)
    return n > 0 ? [[item, n]] : []
  })
