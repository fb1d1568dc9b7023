import { type HalfMonths, type Period, periodOf } from '../period'
import { stretchOf } from './cut'
import { peopleIn, type Stretch } from './line'
import type { Totals } from './totals'

/** So many periods are tried at most: each costs a look at all units. */
const mostTries = 300

/**
 * The longest period inside this one in which everybody of a unit is shown and somebody has answered, else the
 * shortest one around it; null where there is none.
 */
export function nearestShown(
  { plan, lines, cuts, history: { span }, shownIn }: Totals,
  unit: number,
  period: HalfMonths,
): Period | null {
  const node = plan.under.get(unit) ?? -1
  const [line, known] = [lines[node], cuts[node]]
  if (!line || !known) return null
  const { from, to } = stretchOf(span, period)
  const chosen = [...known.keys()].filter((cut) => known[cut])
  const pairs = chosen.flatMap((a) =>
    chosen.flatMap((b) => (peopleIn(line, { from: a, to: b }) > 0 ? [{ from: a, to: b }] : [])),
  )
  const lengthOf = (one: Stretch) => one.to - one.from
  const inside = pairs.filter((one) => one.from >= from && one.to <= to)
  const around = pairs.filter((one) => one.from <= from && one.to >= to)
  const best = [
    ...inside.sort((x, y) => lengthOf(y) - lengthOf(x)),
    ...around.sort((x, y) => lengthOf(x) - lengthOf(y)),
  ]
    .slice(0, mostTries)
    .find((one) => shownIn(one)[node])
  if (!best) return null
  // Before the first and after the last answer the period asked for may reach as far as it likes.
  const [first, last] = [span.first + best.from, span.first + best.to - 1]
  return periodOf({
    first: best.from === 0 ? Math.min(period.first, first) : first,
    last: best.to === span.halves ? Math.max(period.last, last) : last,
  })
}
