import type { CrossView } from './crossing'
import type { ItemPlan } from './item-plan'
import { PartTable } from './part-table'
import type { UnitPlan } from './unit-plan'

/** Items that belong to one unit each; `rest` names those of the unit who have none. */
export type OwnItems = Readonly<{ itemsOf: (unit: number) => readonly string[]; rest: string }>

/**
 * Which groups there are, numbered node by node and column by column with the units' own items behind them, and how they
 * make up each other. No answer changes it as long as it comes from where some came from before, and has no item that is
 * new: it is made once for many looks.
 */
export class ItemShape {
  readonly width: number
  readonly table = new PartTable()
  /** The groups into which what is a unit's own is divided, by item; the last one is the rest. */
  readonly own: ReadonlyMap<number, ReadonlyMap<string, number>>
  readonly #key: string
  readonly #items: ItemPlan
  readonly #under: UnitPlan['under']
  readonly #firstOwn: number

  constructor(plan: UnitPlan, items: ItemPlan, ownItems: OwnItems) {
    this.#key = keyOf(plan, items, ownItems)
    this.#items = items
    this.#under = plan.under
    this.width = items.columns.length
    this.#firstOwn = plan.nodes.length * this.width
    addNodes(this.table, plan, items)
    this.own = addOwn(this.table, plan, ownItems, this.width)
  }

  /** This one, where units and items are the same; else another. */
  for(...asked: ConstructorParameters<typeof ItemShape>): ItemShape {
    return keyOf(...asked) === this.#key ? this : new ItemShape(...asked)
  }

  /** The group of an item in a node; of everybody there, where the item is unknown. */
  at = (node: number, item: string): number => node * this.width + (this.#items.columnOf(item) ?? 0)

  /** The group of a unit's own item, like a desk. */
  ownAt = (unit: number, item: string): number | undefined => this.own.get(unit)?.get(item)

  isOwn = (group: number): boolean => group >= this.#firstOwn

  isEverybody = (group: number): boolean => !this.isOwn(group) && group % this.width === 0

  /** What stands beside each other on the page of each unit. */
  get views(): CrossView[] {
    return [...this.#under].map(([unit, node]) => ({
      unit,
      groupOf: (item) => {
        const column = this.#items.columnOf(item)
        return (
          this.ownAt(unit, item) ?? (column === undefined ? column : node * this.width + column)
        )
      },
    }))
  }
}

function keyOf({ nodes, under, own }: UnitPlan, items: ItemPlan, ownItems: OwnItems): string {
  return JSON.stringify([
    nodes.map((node) => [node.own, node.whole]),
    [...under],
    [...own].map(([unit, node]) => [unit, node, ownItems.itemsOf(unit)]),
    ownItems.rest,
    items.columns,
    items.names,
    items.sums,
  ])
}

function addNodes(table: PartTable, { nodes, under }: UnitPlan, { columns, sums }: ItemPlan): void {
  const width = columns.length
  for (const [node, { own }] of nodes.entries()) {
    const isPage = own === null || under.get(own) === node
    columns.forEach(({ isSeen }, column) => {
      const isAnyShown = isPage && isSeen
      table.addGroup(column === 0 ? 'fixed' : isAnyShown ? 'seen' : 'unseen')
    })
  }
  for (const node of under.values()) {
    const at = node * width
    for (const { whole, parts } of sums) {
      table.addSum({ whole: at + whole, parts: parts.map((part) => at + part) })
    }
    const below = nodes[node]?.parts ?? []
    if (below.length === 0) continue
    for (let column = 1; column < width; column++) {
      if (!columns[column]?.isSeen) continue
      table.addSum({ whole: at + column, parts: below.map((part) => part * width + column) })
    }
  }
}

function addOwn(table: PartTable, plan: UnitPlan, { itemsOf, rest }: OwnItems, width: number) {
  const all = new Map<number, ReadonlyMap<string, number>>()
  for (const [unit, node] of plan.own) {
    const own = new Map([...itemsOf(unit), rest].map((item) => [item, table.addGroup()]))
    table.addSum({ whole: node * width, parts: [...own.values()] })
    all.set(unit, own)
  }
  return all
}
