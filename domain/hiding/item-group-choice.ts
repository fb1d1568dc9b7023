import type { Steps } from '../steps'
import { type Crossing, listOverlaps } from './crossing'
import { both, type Cuts } from './cut'
import type { CutChooser } from './cut-memory'
import { GroupMemory } from './group-memory'
import type { History } from './history'
import { type Group, ItemGroups } from './item-groups'
import type { ItemPlan } from './item-plan'
import { ItemShape, type OwnItems } from './item-shape'
import { type Line, subtractLines, sumLines } from './line'
import { linesOfItems, type Totals } from './totals'
import { linesIn, wholeOf } from './unit-plan'

type Choosing = Readonly<{
  totals: Totals
  history: History
  items: ItemPlan
  ownItems?: OwnItems
  crossing?: Crossing
  /** Of the last run of the same kind. */
  memory?: GroupMemory
}>

/** Makes every group of the items, and chooses at which cuts it may be told apart. */
export function* chooseItemGroups(choosing: Choosing): Steps<ItemGroups> {
  const { totals, history, items, ownItems = noOwnItems, crossing } = choosing
  const { memory = new GroupMemory() } = choosing
  const { last } = memory
  const choose = memory.cuts.begin()
  const asked = [totals.plan, items, ownItems] as const
  const shape = last ? last.shape.for(...asked) : new ItemShape(...asked)
  const before = last?.shape === shape ? last : undefined
  const groups = new ItemGroups(totals, items, shape)
  const run = { groups, history, choose, before: before?.all ?? [] }
  const lines: Line[][] = []
  const guards: (readonly Line[] | undefined)[] = []
  for (const { items: some, isRest, guard } of items.columns) {
    lines.push(linesOfItems(totals, history, some, isRest))
    guards.push(guard === undefined ? undefined : linesIn(totals.plan, history, guard))
    yield
  }
  for (const node of totals.plan.nodes.keys()) {
    addNode(run, node, lines, guards)
    yield
  }
  for (const [unit, node] of totals.plan.own) {
    addOwn(run, unit, node)
    yield
  }
  if (crossing) groups.overlaps = yield* listOverlaps(crossing, shape, before?.overlaps)
  memory.last = { shape, all: groups.all, overlaps: groups.overlaps }
  return groups
}

/** What is being filled, and the groups of the same shape as they were before. */
type Run = Readonly<{
  groups: ItemGroups
  history: History
  choose: CutChooser
  before: readonly Group[]
}>

/** Adds the next group: the very same one as before, where nothing of it has moved. */
function add({ groups, before }: Run, node: number, line: Line, cuts: Cuts, isAnswers = false) {
  const known = before[groups.all.length]
  const isSame = known?.line === line && known.cuts === cuts
  groups.add(isSame ? known : { node, line, cuts, isAnswers })
}

function addNode(
  run: Run,
  node: number,
  lines: readonly (readonly Line[])[],
  guards: readonly (readonly Line[] | undefined)[],
): void {
  const { groups, history, choose } = run
  const { plan, cuts } = groups.totals
  const whole = wholeOf(plan.nodes, node)
  for (const [index, { isAnswers, whole: column }] of groups.items.columns.entries()) {
    const line = lines[index]?.[node] ?? history.empty()
    const isSeen = groups.shape.table.isSeen(groups.all.length)
    let chosen = noCuts
    if (isSeen && index === 0) chosen = cuts[node] ?? noCuts
    else if (isSeen) {
      const here = cutsAt(groups, node, column)
      const base = whole === null ? here : both(here, cutsAt(groups, whole, index))
      const guard = guards[index]?.[node]
      chosen = choose(
        history.span,
        base,
        line,
        guard ? { guards: [guard], isOpenFirst: true } : openFirst,
      )
    }
    add(run, node, line, chosen, isAnswers)
  }
}

const cutsAt = ({ all, shape }: ItemGroups, node: number, column: number): Cuts =>
  all[node * shape.width + column]?.cuts ?? noCuts

/** Divides what is a unit's own among its items. */
function addOwn(run: Run, unit: number, node: number): void {
  const { groups, history, choose } = run
  const items = [...(groups.shape.own.get(unit)?.keys() ?? [])].slice(0, -1)
  const { line: all, cuts } = groups.all[node * groups.shape.width] ?? {
    line: history.empty(),
    cuts: noCuts,
  }
  const lines = items.map((item) => history.line(unit, item))
  const rest = subtractLines(all, sumLines(history.span, lines))
  for (const line of [...lines, rest]) {
    const chosen = choose(history.span, cuts, line, openFirst)
    add(run, node, line, chosen)
  }
}

const noOwnItems: OwnItems = { itemsOf: () => [], rest: '' }
const noCuts: Cuts = new Uint8Array()
const openFirst = { isOpenFirst: true }
