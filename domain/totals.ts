import { everything } from './cell'
import { allCuts, type Cuts, chooseCuts, cutBefore, type Line } from './cut'
import type { History } from './history'
import { type HalfMonths, type Period, periodOf } from './period'
import { linesIn, type UnitPlan } from './unit-plan'

/** Everybody, by units: the lines and the cuts at which each node of the plan may be told apart. */
export type Totals = Readonly<{
  plan: UnitPlan
  history: History
  lines: readonly Line[]
  cuts: readonly Cuts[]
}>

/** Of everybody first, then of each part of everybody, from the top down: a part has no cut that its whole lacks. */
export function chooseTotals(
  plan: UnitPlan,
  history: History,
  base = allCuts(history.span),
): Totals {
  const lines = linesIn(plan, history, everything)
  const cuts: Cuts[] = plan.nodes.map(() => base)
  if (lines[0]) cuts[0] = chooseCuts(history.span, base, [lines[0]]).cuts
  plan.nodes.forEach(({ parts }, node) => {
    const [whole, a, b] = [cuts[node], lines[parts?.[0] ?? -1], lines[parts?.[1] ?? -1]]
    if (!parts || !whole || !a || !b) return
    const common = chooseCuts(history.span, whole, [a, b]).cuts
    cuts[parts[0]] = common
    cuts[parts[1]] = common
  })
  return { plan, history, lines, cuts: cuts.map((one, node) => agreeing(one, lines[node])) }
}

/** Cuts between which nobody has answered are one and the same. */
function agreeing(cuts: Cuts, line: Line = new Int32Array()): Cuts {
  const values = new Set([...line].filter((_, t) => cuts[t]))
  return cuts.map((_, t) => (values.has(line[t] ?? -1) ? 1 : 0))
}

/** Whether everybody of a node may be shown in a period. */
export const isShownIn = (
  { history: { span } }: Totals,
  cuts: Cuts | undefined,
  { first, last }: HalfMonths,
) =>
  cuts === undefined ||
  (cuts[cutBefore(span, first)] === 1 && cuts[cutBefore(span, last + 1)] === 1)

/** Whether everybody of a unit, with what is under it (or its own only), may be shown in a period. */
export const isTotalShown = (
  totals: Totals,
  unit: number,
  period: HalfMonths,
  kind: 'under' | 'own' = 'under',
): boolean => {
  const node = totals.plan[kind].get(unit)
  return node === undefined || isShownIn(totals, totals.cuts[node], period)
}

/**
 * The longest period inside this one in which everybody of a unit is shown and somebody has answered, else the
 * shortest one around it; null where there is none.
 */
export function nearestShown(
  { plan, lines, cuts, history: { span } }: Totals,
  unit: number,
  { first, last }: HalfMonths,
): Period | null {
  const node = plan.under.get(unit) ?? -1
  const [line, known] = [lines[node], cuts[node]]
  if (!line || !known) return null
  const [from, to] = [cutBefore(span, first), cutBefore(span, last + 1)]
  const chosen = [...known.keys()].filter((cut) => known[cut])
  const pairs = chosen.flatMap((a) =>
    chosen.flatMap((b) => ((line[b] ?? 0) > (line[a] ?? 0) ? [{ a, b, length: b - a }] : [])),
  )
  const inside = pairs.filter(({ a, b }) => a >= from && b <= to)
  const around = pairs.filter(({ a, b }) => a <= from && b >= to)
  const best =
    inside.toSorted((x, y) => y.length - x.length)[0] ??
    around.toSorted((x, y) => x.length - y.length)[0]
  if (!best) return null
  // Before the first and after the last answer the period asked for may reach as far as it likes.
  return periodOf({
    first: best.a === 0 ? Math.min(first, span.first) : span.first + best.a,
    last:
      best.b === span.halves ? Math.max(last, span.first + best.b - 1) : span.first + best.b - 1,
  })
}
