import { everything } from './cell'
import { addGroups, type Group, noGroup } from './group'

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
