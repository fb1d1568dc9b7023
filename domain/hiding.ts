import { type Crossing, type CrossView, findTwins } from './crossing'
import {
  addLines,
  both,
  type Cuts,
  chooseCuts,
  isOpen,
  type Line,
  peopleIn,
  type Stretch,
  stretchOf,
  subtractLines,
} from './cut'
import { type History, lastOf } from './history'
import type { ItemPlan } from './item-plan'
import { PartTable } from './part-table'
import type { HalfMonths } from './period'
import { smallGroup } from './rate'
import { isNearly, leavesFew } from './remainder'
import type { Steps } from './steps'
import { linesOfItems, type Totals } from './totals'
import { linesIn, wholesOf } from './unit-plan'

/** Answers whether an item of a unit (or an item that is the unit's own, like a desk) may be shown in one period. */
export type Hiding = Readonly<{
  isShown: (unit: number, item: string) => boolean
  isOwnShown: (unit: number, item: string) => boolean
}>

/** Items that belong to one unit each; `rest` names those of the unit who have none. */
export type OwnItems = Readonly<{ itemsOf: (unit: number) => readonly string[]; rest: string }>

type Group = Readonly<{ node: number; line: Line; cuts: Cuts; isAnswers: boolean }>

/**
 * The small-number rule over everything of one kind that a person can open: every unit, each of its items, in any
 * period. Within a unit the items stand beside everybody; of an item the sub-units stand beside the unit.
 * What holds of all times is chosen once; `hideIn` looks at what stands together in one period.
 */
export class ItemRule {
  readonly #totals: Totals
  readonly #items: ItemPlan
  readonly #crossing: Crossing | undefined
  readonly #table = new PartTable()
  readonly #groups: Group[] = []
  readonly #own = new Map<number, Map<string, number>>()

  private constructor(totals: Totals, items: ItemPlan, crossing: Crossing | undefined) {
    this.#totals = totals
    this.#items = items
    this.#crossing = crossing
  }

  static *choose(
    totals: Totals,
    history: History,
    items: ItemPlan,
    ownItems: OwnItems = { itemsOf: () => [], rest: '' },
    crossing?: Crossing,
  ): Steps<ItemRule> {
    const rule = new ItemRule(totals, items, crossing)
    const lines: Line[][] = []
    const guards: (readonly Line[] | undefined)[] = []
    for (const { items: some, isRest, guard } of items.columns) {
      lines.push(linesOfItems(totals, history, some, isRest))
      guards.push(guard === undefined ? undefined : linesIn(totals.plan, history, guard))
      yield
    }
    for (const node of totals.plan.nodes.keys()) {
      rule.#addNode(node, lines, guards)
      yield
    }
    rule.#addSums()
    for (const [unit, node] of totals.plan.own) rule.#addOwn(unit, node, history, ownItems)
    return rule
  }

  *hideIn(period: HalfMonths): Steps<Hiding> {
    const { plan, shownIn, history } = this.#totals
    const stretch = stretchOf(history.span, period)
    const totals = shownIn(stretch)
    const people = new Int32Array(this.#groups.length)
    const shown = new Uint8Array(this.#groups.length)
    for (const [group, { node, line, cuts }] of this.#groups.entries()) {
      if (group % 500 === 0) yield
      people[group] = peopleIn(line, stretch)
      if (totals[node] && this.#table.isSeen(group) && isOpen(line, cuts, stretch)) shown[group] = 1
    }
    for (const [group, { node, isAnswers }] of this.#groups.entries()) {
      if (group % 500 === 0) yield
      if (!shown[group] || !people[group] || this.#isEverybody(group)) continue
      const isFound =
        this.#isNearlyWhole(group, stretch) ||
        (!isAnswers && this.#leavesFew(group, node, group, people[group] ?? 0, stretch))
      if (isFound) shown[group] = 0
    }
    const twins = this.#crossing
      ? yield* findTwins(this.#crossing, this.#views(), stretch, this.#groups, shown)
      : undefined
    this.#table.settle(people, shown, twins)
    return {
      isShown: (unit, item) => {
        const node = plan.under.get(unit)
        return node === undefined || shown[this.#groupAt(node, item)] === 1
      },
      isOwnShown: (unit, item) => {
        const node = plan.own.get(unit)
        if (node === undefined) return true
        return shown[this.#own.get(unit)?.get(item) ?? this.#groupAt(node, '')] === 1
      },
    }
  }

  get #width(): number {
    return this.#items.columns.length
  }

  #groupAt = (node: number, item: string): number =>
    node * this.#width + (this.#items.columnOf(item) ?? 0)

  #isEverybody = (group: number): boolean =>
    group < this.#totals.plan.nodes.length * this.#width && group % this.#width === 0

  #addNode(
    node: number,
    lines: readonly (readonly Line[])[],
    guards: readonly (readonly Line[] | undefined)[],
  ): void {
    const { plan, cuts, history } = this.#totals
    const { own, whole } = plan.nodes[node] ?? { own: null, whole: null }
    const isPage = own === null || plan.under.get(own) === node
    this.#items.columns.forEach(({ isSeen, isAnswers, whole: column }, index) => {
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
      const options = { guards: guards[index]?.slice(node, node + 1) ?? [], isOpenFirst: true }
      this.#add(
        { node, line, cuts: chooseCuts(history.span, base, line, options), isAnswers },
        'seen',
      )
    })
  }

  #cutsAt = (node: number, column: number): Cuts =>
    this.#groups[node * this.#width + column]?.cuts ?? noCuts

  #add(group: Group, kind: 'seen' | 'unseen' | 'fixed'): number {
    this.#groups.push(group)
    return this.#table.addGroup(lastOf(group.line), kind)
  }

  #addSums(): void {
    const { plan } = this.#totals
    for (const node of plan.under.values()) {
      const at = node * this.#width
      for (const { whole, parts } of this.#items.sums) {
        this.#table.addSum({ whole: at + whole, parts: parts.map((part) => at + part) })
      }
      const below = plan.nodes[node]?.parts ?? []
      if (below.length === 0) continue
      for (let column = 1; column < this.#width; column++) {
        if (!this.#items.columns[column]?.isSeen) continue
        const parts = below.map((part) => part * this.#width + column)
        this.#table.addSum({ whole: at + column, parts })
      }
    }
  }

  /** Divides what is a unit's own among its items. */
  #addOwn(unit: number, node: number, history: History, { itemsOf, rest }: OwnItems): void {
    const items = itemsOf(unit)
    const whole = node * this.#width
    const { line: all, cuts } = this.#groups[whole] ?? { line: history.empty(), cuts: noCuts }
    const lines = items.map((item) => history.line(unit, item))
    const known = lines.reduce<Line>((sum, line) => addLines(sum, line), history.empty())
    const groups = new Map<string, number>()
    for (const [index, item] of [...items, rest].entries()) {
      const line = lines[index] ?? subtractLines(all, known)
      const own = chooseCuts(history.span, cuts, line, { isOpenFirst: true })
      groups.set(item, this.#add({ node, line, cuts: own, isAnswers: false }, 'seen'))
    }
    this.#own.set(unit, groups)
    this.#table.addSum({ whole, parts: [...groups.values()] })
  }

  #views(): CrossView[] {
    return [...this.#totals.plan.under].map(([unit, node]) => ({
      unit,
      groupOf: (item) => {
        const own = this.#own.get(unit)?.get(item)
        if (own !== undefined) return { group: own, isOwn: true }
        const column = this.#items.columnOf(item)
        return column === undefined
          ? undefined
          : { group: node * this.#width + column, isOwn: false }
      },
    }))
  }

  /** Whether it is nearly everybody of its unit, or nearly the same item of a unit above. */
  #isNearlyWhole(group: number, stretch: Stretch): boolean {
    const { plan } = this.#totals
    const { node, line } = this.#groups[group] ?? { node: 0, line: new Int32Array() }
    const isOwn = group >= plan.nodes.length * this.#width
    const column = isOwn ? 0 : group % this.#width
    const { whole, isAnswers } = this.#items.columns[column] ?? { whole: 0, isAnswers: false }
    const above = wholesOf(plan, node)
    const columns = isAnswers && whole === 0 ? [] : [node, ...above].map((one) => [one, whole])
    return [...columns, ...above.map((one) => [one, column])].some(([one = 0, of = 0]) => {
      const other = this.#groups[one * this.#width + of]
      return other !== undefined && isNearly(line, other.line, other.cuts, stretch)
    })
  }

  /**
   * Whether an item less everybody of a unit, in a shorter period in which they all were in the item, leaves one to
   * four. Only a unit with nearly all of the item's people can do that.
   */
  #leavesFew(group: number, node: number, here: number, people: number, stretch: Stretch): boolean {
    const { plan, lines, cuts, shownIn } = this.#totals
    const [whole, item, all] = [this.#groups[group]?.line, this.#groups[here]?.line, lines[node]]
    if (!whole || !item || !all || people - peopleIn(item, stretch) >= smallGroup) return false
    const known = cuts[node] ?? noCuts
    const isShown = (one: Stretch) => shownIn(one)[node] === 1
    if (leavesFew(whole, item, all, isShown, stretch)) return true
    // All of them are this unit's: the item may be nearly all of the unit.
    if (people === peopleIn(item, stretch) && isNearly(item, all, known, stretch)) return true
    if (here >= plan.nodes.length * this.#width) return false
    const column = here % this.#width
    return (plan.nodes[node]?.parts ?? []).some((part) =>
      this.#leavesFew(group, part, part * this.#width + column, people, stretch),
    )
  }
}

const noCuts: Cuts = new Uint8Array()
