import { type Crossing, listOverlaps, type Overlap } from './crossing'
import { both, type Cuts } from './cut'
import { chooseCuts } from './cut-choice'
import type { CutChooser } from './cut-memory'
import { type History, lastOf } from './history'
import type { ItemPlan } from './item-plan'
import { type Line, subtractLines, sumLines } from './line'
import { PartTable } from './part-table'
import type { Steps } from './steps'
import { linesOfItems, type Totals } from './totals'
import { linesIn } from './unit-plan'

/** Items that belong to one unit each; `rest` names those of the unit who have none. */
export type OwnItems = Readonly<{ itemsOf: (unit: number) => readonly string[]; rest: string }>

type Group = Readonly<{ node: number; line: Line; cuts: Cuts; isAnswers: boolean }>

type Choosing = Readonly<{
  totals: Totals
  history: History
  items: ItemPlan
  ownItems?: OwnItems
  crossing?: Crossing
  chooseCuts?: CutChooser
}>

/**
 * Everything of one kind that a person can open: the items of every node of the units, item by item within a node, and
 * behind them the units' own items. Each with its people of all times and the cuts at which it may be told apart.
 */
export class ItemGroups {
  readonly totals: Totals
  readonly items: ItemPlan
  readonly table = new PartTable()
  readonly all: readonly Group[]
  /** Of groups on one page that have people in common; empty where there is no crossing. */
  overlaps: readonly Overlap[] = []
  readonly #groups: Group[] = []
  readonly #own = new Map<number, Map<string, number>>()
  readonly #chooseCuts: CutChooser

  private constructor(totals: Totals, items: ItemPlan, choose: CutChooser) {
    this.totals = totals
    this.items = items
    this.all = this.#groups
    this.#chooseCuts = choose
  }

  static *choose(choosing: Choosing): Steps<ItemGroups> {
    const { totals, history, items, ownItems, crossing } = choosing
    const groups = new ItemGroups(totals, items, choosing.chooseCuts ?? chooseCuts)
    const lines: Line[][] = []
    const guards: (readonly Line[] | undefined)[] = []
    for (const { items: some, isRest, guard } of items.columns) {
      lines.push(linesOfItems(totals, history, some, isRest))
      guards.push(guard === undefined ? undefined : linesIn(totals.plan, history, guard))
      yield
    }
    for (const node of totals.plan.nodes.keys()) {
      groups.#addNode(node, lines, guards)
      yield
    }
    groups.#addSums()
    for (const [unit, node] of totals.plan.own) {
      groups.#addOwn(unit, node, history, ownItems ?? noOwnItems)
      yield
    }
    if (crossing) groups.overlaps = yield* listOverlaps(crossing, groups.#views(), groups.isOwn)
    return groups
  }

  get width(): number {
    return this.items.columns.length
  }

  /** The group of an item in a node; of everybody there, where the item is unknown. */
  at = (node: number, item: string): number => node * this.width + (this.items.columnOf(item) ?? 0)

  /** The group of a unit's own item, like a desk. */
  ownAt = (unit: number, item: string): number | undefined => this.#own.get(unit)?.get(item)

  isOwn = (group: number): boolean => group >= this.totals.plan.nodes.length * this.width

  isEverybody = (group: number): boolean => !this.isOwn(group) && group % this.width === 0

  #addNode(
    node: number,
    lines: readonly (readonly Line[])[],
    guards: readonly (readonly Line[] | undefined)[],
  ): void {
    const { plan, cuts, history } = this.totals
    const { own, whole } = plan.nodes[node] ?? { own: null, whole: null }
    const isPage = own === null || plan.under.get(own) === node
    this.items.columns.forEach(({ isSeen, isAnswers, whole: column }, index) => {
      const line = lines[index]?.[node] ?? history.empty()
      if (index === 0) {
        this.#add({ node, line, cuts: cuts[node] ?? noCuts, isAnswers }, 'fixed')
        return
      }
      if (!isPage || !isSeen) {
        this.#add({ node, line, cuts: noCuts, isAnswers }, 'unseen')
        return
      }
      const here = this.#cutsAt(node, column)
      const base = whole === null ? here : both(here, this.#cutsAt(whole, index))
      const guard = guards[index]?.[node]
      const options = guard ? { guards: [guard], isOpenFirst: true } : openFirst
      const chosen = this.#chooseCuts(history.span, base, line, options)
      this.#add({ node, line, cuts: chosen, isAnswers }, 'seen')
    })
  }

  #cutsAt = (node: number, column: number): Cuts =>
    this.#groups[node * this.width + column]?.cuts ?? noCuts

  #add(group: Group, kind: 'seen' | 'unseen' | 'fixed'): number {
    this.#groups.push(group)
    return this.table.addGroup(lastOf(group.line), kind)
  }

  #addSums(): void {
    const { plan } = this.totals
    for (const node of plan.under.values()) {
      const at = node * this.width
      for (const { whole, parts } of this.items.sums) {
        this.table.addSum({ whole: at + whole, parts: parts.map((part) => at + part) })
      }
      const below = plan.nodes[node]?.parts ?? []
      if (below.length === 0) continue
      for (let column = 1; column < this.width; column++) {
        if (!this.items.columns[column]?.isSeen) continue
        const parts = below.map((part) => part * this.width + column)
        this.table.addSum({ whole: at + column, parts })
      }
    }
  }

  /** Divides what is a unit's own among its items. */
  #addOwn(unit: number, node: number, history: History, { itemsOf, rest }: OwnItems): void {
    const items = itemsOf(unit)
    const whole = node * this.width
    const { line: all, cuts } = this.#groups[whole] ?? { line: history.empty(), cuts: noCuts }
    const lines = items.map((item) => history.line(unit, item))
    const known = sumLines(history.span, lines)
    const groups = new Map<string, number>()
    for (const [index, item] of [...items, rest].entries()) {
      const line = lines[index] ?? subtractLines(all, known)
      const own = this.#chooseCuts(history.span, cuts, line, openFirst)
      groups.set(item, this.#add({ node, line, cuts: own, isAnswers: false }, 'seen'))
    }
    this.#own.set(unit, groups)
    this.table.addSum({ whole, parts: [...groups.values()] })
  }

  #views() {
    return [...this.totals.plan.under].map(([unit, node]) => ({
      unit,
      groupOf: (item: string) => {
        const own = this.ownAt(unit, item)
        if (own !== undefined) return own
        const column = this.items.columnOf(item)
        return column === undefined ? undefined : node * this.width + column
      },
    }))
  }
}

const openFirst = { isOpenFirst: true }
const noOwnItems: OwnItems = { itemsOf: () => [], rest: '' }
const noCuts: Cuts = new Uint8Array()
