import { isSmallGroup, smallGroup } from '../rate'
import type { Cuts } from './cut'
import { type Line, peopleIn, type Stretch } from './line'

/**
 * Whether a group leaves one to four when everybody of a unit is taken away, in a shorter period in which they all were
 * in the group.
 * @param item those of the group who are in the unit.
 * @param all everybody of the unit; `isShown` answers in which periods they are shown.
 */
export function leavesFew(
  whole: Line,
  item: Line,
  all: Line,
  isShown: (stretch: Stretch) => boolean,
  stretch: Stretch,
): boolean {
  let [lastStart, firstEnd] = [stretch.from, stretch.to]
  while (
    lastStart < stretch.to &&
    peopleIn(whole, { from: stretch.from, to: lastStart + 1 }) < smallGroup
  ) {
    lastStart++
  }
  while (
    firstEnd > stretch.from &&
    peopleIn(whole, { from: firstEnd - 1, to: stretch.to }) < smallGroup
  ) {
    firstEnd--
  }
  const isAll = (one: Stretch) => peopleIn(all, one) === peopleIn(item, one)
  if (lastStart < firstEnd && !isAll({ from: lastStart, to: firstEnd })) return false
  for (let from = stretch.from; from <= lastStart; from++) {
    for (let to = stretch.to; to >= firstEnd && to > from; to--) {
      if (!isSmallGroup(peopleIn(whole, stretch) - peopleIn(item, { from, to }))) continue
      if (isAll({ from, to }) && isShown({ from, to })) return true
    }
  }
  return false
}

/**
 * Whether a group's people leave one to four of a whole that may be told apart at `cuts`, in any period that has them
 * all. It need not be as long as the group's own: there may be nobody of them at its ends.
 */
export function isNearly(part: Line, whole: Line, cuts: Cuts, { from, to }: Stretch): boolean {
  // Numbers, and no objects: this runs for every group, and again for every unit above it.
  let first = from
  let last = to
  while (first < to && part[first + 1] === part[from]) first++
  while (last > first && part[last - 1] === part[to]) last--
  const people = (part[to] ?? 0) - (part[from] ?? 0)
  const least = (whole[last] ?? 0) - people - smallGroup
  for (let a = first; a >= 0 && least < (whole[a] ?? 0); a--) {
    const known = people + (whole[a] ?? 0)
    for (let b = last; b < whole.length && (whole[b] ?? 0) - known < smallGroup; b++) {
      if (cuts[a] && cuts[b] && isSmallGroup((whole[b] ?? 0) - known)) return true
    }
  }
  return false
}
