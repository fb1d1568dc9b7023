import { everything } from './cell'
import { type Crossing, crossViews } from './cross-view'
import { type CrossItem, hideCrossings } from './crossing'
import {
  addLines,
  both,
  type Choice,
  type Cuts,
  chooseCuts,
  cutBefore,
  type Line,
  subtractLines,
} from './cut'
import { CutTable } from './cut-table'
import { type History, lastOf } from './history'
import type { ItemNode, ItemPlan } from './item-plan'
import { type Pairing, pairUp } from './pairing'
import type { HalfMonths } from './period'
import type { Steps } from './steps'
import type { Totals } from './totals'
import { linesIn } from './unit-plan'

/** Answers whether an item of a unit (or an item that is the unit's own, like a desk) may be shown in a period. */
export type Hiding = Readonly<{
  isShown: (unit: number, item: string, period: HalfMonths) => boolean
  isOwnShown: (unit: number, item: string, period: HalfMonths) => boolean
}>

/** Items that belong to one unit each; `rest` names those of the unit who have none. */
export type OwnItems = Readonly<{ itemsOf: (unit: number) => readonly string[]; rest: string }>

/**
 * The small-number rule over everything of one kind that a person can open: every unit, each of its items, in any
 * period. Within a unit the items stand beside everybody; of an item the sub-units stand beside the unit.
 */
export function* hideItems(
  totals: Totals,
  history: History,
  items: ItemPlan,
  ownItems: OwnItems = { itemsOf: () => [], rest: '' },
  crossing?: Crossing,
): Steps<Hiding> {
  const { plan } = totals
  const width = items.nodes.length
  const lines: Line[][] = []
  for (const node of items.nodes) {
    lines.push(linesOf(totals, history, node))
    yield
  }
  const guards = items.nodes.map(({ guard }) =>
    guard === undefined ? [] : linesIn(plan, history, guard),
  )
  const byUnit: Choice[][] = []
  for (const unit of plan.nodes.keys()) {
    byUnit.push(chooseWithin(totals, items, lines, guards, unit))
    yield
  }
  const byItem: Cuts[][] = []
  for (const item of items.nodes.keys()) {
    byItem.push(chooseAlong(totals, lines[item] ?? [], byUnit[0]?.[item]?.cuts))
    yield
  }
  const table = new CutTable()
  for (const unit of plan.nodes.keys()) {
    items.nodes.forEach((_node, item) => {
      const choice = byUnit[unit]?.[item] ?? none
      const known = item === 0 ? choice.cuts : both(choice.cuts, byItem[item]?.[unit] ?? none.cuts)
      table.addCell(lines[item]?.[unit] ?? new Int32Array(), known, choice.given)
    })
    yield
  }
  plan.nodes.forEach(({ parts }, unit) => {
    for (const { whole, a, b, way } of items.splits) {
      const at = unit * width
      table.addSplit({ whole: at + whole, a: at + a, b: at + b }, `items ${way}`)
    }
    if (!parts) return
    for (let item = 1; item < width; item++) {
      const [a, b] = parts.map((part) => part * width + item) as [number, number]
      table.addSplit({ whole: unit * width + item, a, b }, 'units')
    }
  })
  const own = new Map<number, CrossItem[]>()
  for (const [unit, node] of plan.own) {
    own.set(unit, divideOwn(table, totals, history, { unit, cell: node * width }, ownItems))
  }
  const itemCell = (unit: number, item: string): number | undefined => {
    const [row, column] = [plan.under.get(unit), items.nodeOf(item)]
    return row === undefined || !column ? undefined : row * width + column
  }
  const views = crossing ? crossViews(totals, crossing, itemCell, own, width) : []
  yield* table.settle(() => hideCrossings(table, history.span, views))
  const isKnown = (cells: readonly number[], { first, last }: HalfMonths) => {
    const cuts = [cutBefore(history.span, first), cutBefore(history.span, last + 1)]
    return cells.every((cell) => cuts.every((cut) => table.isKnown(cell, cut)))
  }
  return {
    isShown(unit, item, period) {
      const row = plan.under.get(unit)
      if (row === undefined) return true
      return isKnown([row * width, row * width + (items.nodeOf(item) ?? 0)], period)
    },
    isOwnShown(unit, item, period) {
      const row = plan.own.get(unit)
      if (row === undefined) return true
      const cell = own.get(unit)?.find((one) => one.item === item)?.cell
      return isKnown([row * width, cell ?? row * width], period)
    },
  }
}

const none: Choice = { cuts: new Uint8Array(), given: new Uint8Array() }

/** Divides what is a unit's own among its items, from the whole down. */
function divideOwn(
  table: CutTable,
  totals: Totals,
  history: History,
  { unit, cell }: { unit: number; cell: number },
  { itemsOf, rest }: OwnItems,
): CrossItem[] {
  const found: CrossItem[] = []
  const whole = totals.history.line(unit, everything)
  const leaves = itemsOf(unit).map((item) => ({ item, line: history.line(unit, item) }))
  const known = leaves.reduce<Line>((sum, { line }) => addLines(sum, line), history.empty())
  leaves.push({ item: rest, line: subtractLines(whole, known) })
  const lineIn = (pairing: Pairing<(typeof leaves)[number]>): Line =>
    'part' in pairing
      ? pairing.part.line
      : addLines(lineIn(pairing.pair[0]), lineIn(pairing.pair[1]))
  const divide = (pairing: Pairing<(typeof leaves)[number]>, at: number): void => {
    if ('part' in pairing) {
      found.push({ item: pairing.part.item, cell: at, owner: unit })
      return
    }
    const lines = pairing.pair.map(lineIn) as [Line, Line]
    const { cuts, given } = chooseCuts(history.span, table.knownCuts(at), lines)
    const [a, b] = lines.map((line) => table.addCell(line, cuts, both(given, table.givenCuts(at))))
    if (a === undefined || b === undefined) return
    table.addSplit({ whole: at, a, b }, 'own')
    divide(pairing.pair[0], a)
    divide(pairing.pair[1], b)
  }
  const pairing = pairUp(
    leaves.filter(({ line }) => lastOf(line) > 0),
    ({ line }) => lastOf(line),
  )
  if (pairing) divide(pairing, cell)
  return found
}

/** The lines of an item (or of several, or of everybody else) in every node of the units. */
function linesOf(
  { plan, lines, history: { span } }: Totals,
  history: History,
  node: ItemNode,
): Line[] {
  const empty: Line = new Int32Array(span.halves + 1)
  const sums: (readonly Line[])[] = node.items.map((item) => linesIn(plan, history, item))
  return plan.nodes.map((_, unit) => {
    const sum = sums.reduce<Line>((all, one) => addLines(all, one[unit] ?? empty), empty)
    return node.isRest ? subtractLines(lines[unit] ?? empty, sum) : sum
  })
}

/** Divides the cuts of one unit among its items, from the whole down. */
function chooseWithin(
  { cuts, history: { span } }: Totals,
  items: ItemPlan,
  lines: readonly (readonly Line[])[],
  guards: readonly (readonly Line[])[],
  unit: number,
): Choice[] {
  const whole = cuts[unit] ?? none.cuts
  const choices: Choice[] = items.nodes.map(() => ({ cuts: whole, given: whole }))
  const line = (item: number) => lines[item]?.[unit] ?? new Int32Array()
  for (const { part } of items.alone) {
    const { cuts: chosen } = chooseCuts(
      span,
      whole,
      [line(part)],
      guards[part]?.slice(unit, unit + 1),
    )
    choices[part] = { cuts: chosen, given: new Uint8Array(chosen.length) }
  }
  for (const split of items.splits) {
    const base = choices[split.whole] ?? none
    const { cuts: chosen, given } = chooseCuts(
      span,
      base.cuts,
      [line(split.a), line(split.b)],
      [split.a, split.b].flatMap((part) => guards[part]?.slice(unit, unit + 1) ?? []),
    )
    const choice = { cuts: chosen, given: both(given, base.given) }
    choices[split.a] = choice
    choices[split.b] = choice
  }
  return choices
}

/** Divides the cuts of one item among the units, from everybody down. */
function chooseAlong(
  { plan, history: { span } }: Totals,
  lines: readonly Line[],
  base: Cuts = none.cuts,
): Cuts[] {
  const cuts = plan.nodes.map(() => base)
  plan.nodes.forEach(({ parts }, unit) => {
    const [whole, a, b] = [cuts[unit], lines[parts?.[0] ?? -1], lines[parts?.[1] ?? -1]]
    if (!parts || !whole || !a || !b) return
    const common = chooseCuts(span, whole, [a, b]).cuts
    cuts[parts[0]] = common
    cuts[parts[1]] = common
  })
  return cuts
}
