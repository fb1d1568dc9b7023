import { isSmallGroup } from '../rate'
import type { Steps } from '../steps'
import type { Overlaps } from './crossing'
import type { Cuts } from './cut'
import { type Line, peopleIn, type Stretch } from './line'
import { isNearly } from './remainder'

/**
 * Doors fix desk, channel and field at once, so that an item of one dimension may lie inside one of another, on the same
 * page. Where the larger has one to four more, the smaller is hidden (`shown`); groups of the very same people are
 * answered as twins, to be shown or hidden together.
 * The larger may be that of another period, if nobody else of the smaller answered there.
 * @param people of each group in the period.
 */
export function* findTwins(
  overlaps: Overlaps,
  stretch: Stretch,
  groups: readonly Readonly<{ line: Line; cuts: Cuts }>[],
  people: Int32Array,
  shown: Uint8Array,
): Steps<Map<number, number[]>> {
  const twins = new Map<number, number[]>()
  for (const { overlaps: found } of overlaps.values()) {
    // By index: an iterator makes an object of every one of some ten thousand.
    for (let index = 0; index < found.length; index++) {
      const overlap = found[index]
      if (!overlap) continue
      const common = peopleIn(overlap.line, stretch)
      if (common === 0) continue
      if (common === people[overlap.first]) lookAt(overlap.first, overlap.second, common)
      if (common === people[overlap.second]) lookAt(overlap.second, overlap.first, common)
    }
    yield
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
