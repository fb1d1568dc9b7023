import { everything } from '../cell'
import type { HalfMonths } from '../period'
import { allCuts, type Cuts, isOpen, stretchOf } from './cut'
import { chooseCuts } from './cut-choice'
import type { CutChooser } from './cut-memory'
import type { History } from './history'
import { type Line, peopleIn, type Stretch, subtractLines, sumLines } from './line'
import { PartTable } from './part-table'
import { isNearly } from './remainder'
import { linesIn, type UnitPlan, wholeOf } from './unit-plan'

/** Everybody, by units: the lines and the cuts at which each node of the plan may be told apart. */
export type Totals = Readonly<{
  plan: UnitPlan
  history: History
  lines: readonly Line[]
  cuts: readonly Cuts[]
  /** One mark per node: whether it may be shown in a period. */
  shownIn: (stretch: Stretch) => Uint8Array
}>

/** A part has no cut that its whole lacks. */
export function chooseTotals(
  plan: UnitPlan,
  history: History,
  base = allCuts(history.span),
  choose: CutChooser = chooseCuts,
): Totals {
  const lines = linesIn(plan, history, everything)
  const cuts: Cuts[] = []
  const table = new PartTable()
  plan.nodes.forEach(({ whole }, node) => {
    const line = lines[node] ?? history.empty()
    cuts.push(choose(history.span, whole === null ? base : (cuts[whole] ?? base), line))
    table.addGroup()
  })
  plan.nodes.forEach(({ parts }, whole) => {
    if (parts.length > 0) table.addSum({ whole, parts })
  })
  const sizes = plan.nodes.map(({ size }) => size)
  const isShownAlone = (line: Line, node: number, stretch: Stretch): boolean => {
    if (line[stretch.from] === line[stretch.to]) return true
    if (!isOpen(line, cuts[node], stretch)) return false
    const { nodes } = plan
    for (let whole = wholeOf(nodes, node); whole !== null; whole = wholeOf(nodes, whole)) {
      if (isNearly(line, lines[whole] ?? line, cuts[whole] ?? base, stretch)) return false
    }
    return true
  }
  const known = new Map<string, Uint8Array>()
  const shownIn = (stretch: Stretch): Uint8Array => {
    const key = `${stretch.from} ${stretch.to}`
    const found = known.get(key)
    if (found) return found
    const shown = new Uint8Array(lines.length)
    const people = new Int32Array(lines.length)
    for (const [node, line] of lines.entries()) {
      people[node] = peopleIn(line, stretch)
      if (isShownAlone(line, node, stretch)) shown[node] = 1
    }
    table.settle({ people, sizes }, shown)
    known.set(key, shown)
    return shown
  }
  return { plan, history, lines, cuts, shownIn }
}

/** Whether everybody of a unit, with what is under it (or its own only), may be shown in a period. */
export function isTotalShown(
  { plan, history, shownIn }: Totals,
  unit: number,
  period: HalfMonths,
  kind: 'under' | 'own' = 'under',
): boolean {
  const node = plan[kind].get(unit)
  return node === undefined || shownIn(stretchOf(history.span, period))[node] === 1
}

/** The lines of some items together (or of everybody else) in every node of the units. */
export function linesOfItems(
  { plan, lines }: Totals,
  history: History,
  items: readonly string[],
  isRest: boolean,
): Line[] {
  const each = items.map((item) => linesIn(plan, history, item))
  if (each.length === 1 && each[0] && !isRest) return each[0]
  return plan.nodes.map((_, node) => {
    const sum = sumLines(
      history.span,
      each.map((one) => one[node]),
    )
    return isRest ? subtractLines(lines[node] ?? history.empty(), sum) : sum
  })
}
