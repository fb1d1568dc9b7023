import { hideCells, type Sum } from './disclosure'
import { addGroups, type Group, noGroup } from './group'
import { childrenOf, subtreeOf, type UnitTree } from './unit'

/** The item that stands for everything; the others are desks, channels, questions, … */
export const everything = ''

/** Units × items, each unit with what came in under its own name only. */
export class Grid {
  readonly #units = new Map<number, Map<string, Group>>()

  add(unit: number, item: string, group: Group): void {
    const row = this.#units.get(unit) ?? new Map<string, Group>()
    this.#units.set(unit, row)
    row.set(item, addGroups(row.get(item) ?? noGroup, group))
  }

  own(unit: number, item: string): Group {
    return this.#units.get(unit)?.get(item) ?? noGroup
  }

  /** The units together. */
  sum(units: readonly number[], item: string): Group {
    return units.reduce((all, unit) => addGroups(all, this.own(unit, item)), noGroup)
  }

  /** The items that occur, but for `everything`. */
  items(units: readonly number[]): string[] {
    const found = new Set(units.flatMap((unit) => [...(this.#units.get(unit)?.keys() ?? [])]))
    found.delete(everything)
    return [...found]
  }
}

/** Which items stand together beside a whole in one unit's view. */
export type ItemSum = Readonly<{ whole: string; parts: readonly string[] }>

/** Ids of the cells that must be hidden: `underId` for a unit with everything under it, else `ownId`. */
export type Hidden = ReadonlySet<string>

export const underId = (unit: number, item: string) => `under/${unit}/${item}`
export const ownId = (unit: number, item: string) => `own/${unit}/${item}`

/** An item of a unit; where everybody of the unit is hidden, so is what they said to each question. */
export const isHiddenIn = (hidden: Hidden, unit: number, item: string): boolean =>
  hidden.has(underId(unit, item)) || hidden.has(underId(unit, everything))

/**
 * The small-number rule over all views of one kind that a person can open: every unit from `root`
 * down, each with its items, and every item of a unit beside the same item of its sub-units. A page
 * about a sub-unit must not show what its parent's page hides.
 */
export function hideInTree(
  tree: UnitTree,
  root: number,
  grid: Grid,
  itemSums: readonly ItemSum[],
): Hidden {
  const units = subtreeOf(tree, root)
  const items = [everything, ...new Set(itemSums.flatMap(({ whole, parts }) => [whole, ...parts]))]
  const cells = new Map<string, number>()
  const sums: Sum[] = []
  for (const item of new Set(items)) {
    countUnder(tree, root, grid, item, cells)
    sums.push(...units.map((unit) => unitSum(tree, unit, item)))
  }
  for (const unit of units) {
    sums.push(
      ...itemSums.map(({ whole, parts }) => ({
        whole: underId(unit, whole),
        parts: parts.map((item) => underId(unit, item)),
      })),
    )
  }
  return hideCells(
    cells,
    sums.filter(({ whole }) => (cells.get(whole) ?? 0) > 0),
  )
}

/**
 * The same for items that each belong to one unit (desks): a desk is one cell, wherever it is shown.
 * `itemsOf` gives the items of the unit itself.
 */
export function hideOwnItems(
  tree: UnitTree,
  root: number,
  grid: Grid,
  itemsOf: (unit: number) => readonly string[],
): Hidden {
  const units = subtreeOf(tree, root)
  const cells = new Map<string, number>()
  countUnder(tree, root, grid, everything, cells)
  const ids = (unit: number) => itemsOf(unit).map((item) => ownId(unit, item))
  for (const unit of units) {
    for (const item of itemsOf(unit)) cells.set(ownId(unit, item), grid.own(unit, item).people)
  }
  const sums = units.flatMap((unit) => [
    unitSum(tree, unit, everything),
    { whole: ownId(unit, everything), parts: ids(unit) },
    { whole: underId(unit, everything), parts: subtreeOf(tree, unit).flatMap(ids) },
  ])
  return hideCells(cells, sums)
}

/** In a unit's view its own people and its sub-units stand beside all of them; items are not shown as own. */
function unitSum(tree: UnitTree, unit: number, item: string): Sum {
  const children = childrenOf(tree, unit).map((child) => underId(child.id, item))
  const parts = item === everything ? [ownId(unit, everything), ...children] : children
  return { whole: underId(unit, item), parts }
}

function countUnder(
  tree: UnitTree,
  unit: number,
  grid: Grid,
  item: string,
  cells: Map<string, number>,
): number {
  const own = grid.own(unit, item).people
  const below = childrenOf(tree, unit).reduce(
    (sum, child) => sum + countUnder(tree, child.id, grid, item, cells),
    0,
  )
  if (item === everything) cells.set(ownId(unit, item), own)
  cells.set(underId(unit, item), own + below)
  return own + below
}
