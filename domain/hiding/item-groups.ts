import type { Overlaps } from './crossing'
import type { Cuts } from './cut'
import { lastOf } from './history'
import type { ItemPlan } from './item-plan'
import type { ItemShape } from './item-shape'
import type { Line } from './line'
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
  readonly shape: ItemShape
  readonly all: Group[] = []
  /** People of all times, by group. */
  readonly sizes: number[] = []
  /** Of groups on one page that have people in common; empty where there is no crossing. */
  overlaps: Overlaps = new Map()

  constructor(totals: Totals, items: ItemPlan, shape: ItemShape) {
    this.totals = totals
    this.items = items
    this.shape = shape
  }

  /** The next group, in the order of the shape. */
  add(group: Group): void {
    this.all.push(group)
    this.sizes.push(lastOf(group.line))
  }
}
