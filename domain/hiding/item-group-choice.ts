import type { Steps } from '../steps'
import { type Crossing, listOverlaps } from './crossing'
import { both, type Cuts } from './cut'
import { chooseCuts } from './cut-choice'
import type { CutChooser } from './cut-memory'
import type { History } from './history'
import { ItemGroups } from './item-groups'
import type { ItemPlan } from './item-plan'
import { type Line, subtractLines, sumLines } from './line'
import { linesOfItems, type Totals } from './totals'
import { linesIn } from './unit-plan'

/** Items that belong to one unit each; `rest` names those of the unit who have none. */
export type OwnItems = Readonly<{ itemsOf: (unit: number) => readonly string[]; rest: string }>

type Choosing = Readonly<{
  totals: Totals
  history: History
  items: ItemPlan
  ownItems?: OwnItems
  crossing?: Crossing
  chooseCuts?: CutChooser
}>

/** Makes every group of the items, and chooses at which cuts it may be told apart. */
export function* chooseItemGroups(choosing: Choosing): Steps<ItemGroups> {
  const { totals, history, items, ownItems, crossing } = choosing
  const groups = new ItemGroups(totals, items)
  const choose = choosing.chooseCuts ?? chooseCuts
  const lines: Line[][] = []
  const guards: (readonly Line[] | undefined)[] = []
  for (const { items: some, isRest, guard } of items.columns) {
    lines.push(linesOfItems(totals, history, some, isRest))
    guards.push(guard === undefined ? undefined : linesIn(totals.plan, history, guard))
    yield
  }
  for (const node of totals.plan.nodes.keys()) {
    addNode(groups, node, lines, guards, choose)
    yield
  }
  addSums(groups)
  for (const [unit, node] of totals.plan.own) {
    addOwn(groups, unit, node, history, ownItems ?? noOwnItems, choose)
    yield
  }
  if (crossing) groups.overlaps = yield* listOverlaps(crossing, viewsOf(groups), groups.isOwn)
  return groups
}

function addNode(
  groups: ItemGroups,
  node: number,
  lines: readonly (readonly Line[])[],
  guards: readonly (readonly Line[] | undefined)[],
  choose: CutChooser,
): void {
  const { plan, cuts, history } = groups.totals
  const { own, whole } = plan.nodes[node] ?? { own: null, whole: null }
  const isPage = own === null || plan.under.get(own) === node
  groups.items.columns.forEach(({ isSeen, isAnswers, whole: column }, index) => {
    const line = lines[index]?.[node] ?? history.empty()
    if (index === 0) {
      groups.add({ node, line, cuts: cuts[node] ?? noCuts, isAnswers }, 'fixed')
      return
    }
    if (!isPage || !isSeen) {
      groups.add({ node, line, cuts: noCuts, isAnswers }, 'unseen')
      return
    }
    const here = cutsAt(groups, node, column)
    const base = whole === null ? here : both(here, cutsAt(groups, whole, index))
    const guard = guards[index]?.[node]
    const options = guard ? { guards: [guard], isOpenFirst: true } : openFirst
    const chosen = choose(history.span, base, line, options)
    groups.add({ node, line, cuts: chosen, isAnswers }, 'seen')
  })
}

const cutsAt = ({ all, width }: ItemGroups, node: number, column: number): Cuts =>
  all[node * width + column]?.cuts ?? noCuts

function addSums({ totals: { plan }, items, table, width }: ItemGroups): void {
  for (const node of plan.under.values()) {
    const at = node * width
    for (const { whole, parts } of items.sums) {
      table.addSum({ whole: at + whole, parts: parts.map((part) => at + part) })
    }
    const below = plan.nodes[node]?.parts ?? []
    if (below.length === 0) continue
    for (let column = 1; column < width; column++) {
      if (!items.columns[column]?.isSeen) continue
      const parts = below.map((part) => part * width + column)
      table.addSum({ whole: at + column, parts })
    }
  }
}

/** Divides what is a unit's own among its items. */
function addOwn(
  groups: ItemGroups,
  unit: number,
  node: number,
  history: History,
  { itemsOf, rest }: OwnItems,
  choose: CutChooser,
): void {
  const items = itemsOf(unit)
  const whole = node * groups.width
  const { line: all, cuts } = groups.all[whole] ?? { line: history.empty(), cuts: noCuts }
  const lines = items.map((item) => history.line(unit, item))
  const known = sumLines(history.span, lines)
  const own = new Map<string, number>()
  for (const [index, item] of [...items, rest].entries()) {
    const line = lines[index] ?? subtractLines(all, known)
    const chosen = choose(history.span, cuts, line, openFirst)
    own.set(item, groups.add({ node, line, cuts: chosen, isAnswers: false }, 'seen'))
  }
  groups.addOwn(unit, own)
  groups.table.addSum({ whole, parts: [...own.values()] })
}

function viewsOf(groups: ItemGroups) {
  return [...groups.totals.plan.under].map(([unit, node]) => ({
    unit,
    groupOf: (item: string) => {
      const own = groups.ownAt(unit, item)
      if (own !== undefined) return own
      const column = groups.items.columnOf(item)
      return column === undefined ? undefined : node * groups.width + column
    },
  }))
}

const noOwnItems: OwnItems = { itemsOf: () => [], rest: '' }
const noCuts: Cuts = new Uint8Array()
const openFirst = { isOpenFirst: true }
