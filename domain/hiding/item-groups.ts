import type { Overlap } from './crossing'
import type { Cuts } from './cut'
import { lastOf } from './history'
import type { ItemPlan } from './item-plan'
import type { Line } from './line'
import { PartTable } from './part-table'
import type { Totals } from './totals'

/** People of a node: everybody there, or those of an item. */
export type Group = Readonly<{ node: number; line: Line; cuts: Cuts; isAnswers: boolean }>

/**
 * Everything of one kind that a person can open: the items of every node of the units, item by item within a node, and
 * behind them the units' own items. Each with its people of all times and the cuts at which it may be told apart.
 * Filled by `chooseItemGroups` alone.
 */
export class ItemGroups {
  readonly totals: Totals
  readonly items: ItemPlan
  readonly table = new PartTable()
  readonly all: readonly Group[]
  /** Of groups on one page that have people in common; empty where there is no crossing. */
  overlaps: readonly Overlap[] = []
  readonly #groups: Group[] = []
  readonly #own = new Map<number, ReadonlyMap<string, number>>()

  constructor(totals: Totals, items: ItemPlan) {
    this.totals = totals
    this.items = items
    this.all = this.#groups
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

  /** The next group, node by node and column by column; answers its number. */
  add(group: Group, kind: 'seen' | 'unseen' | 'fixed'): number {
    this.#groups.push(group)
    return this.table.addGroup(lastOf(group.line), kind)
  }

  /** The groups into which what is a unit's own is divided, by item. */
  addOwn(unit: number, groups: ReadonlyMap<string, number>): void {
    this.#own.set(unit, groups)
  }
}
