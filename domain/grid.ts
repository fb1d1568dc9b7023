import { everything } from './cell'
import type { Group } from './group'

/** A group that grows; one object for all that is added to it. */
type Sum = {
  levels: [n1: number, n2: number, n3: number, n4: number, n5: number]
  missing: number
  notApplicable: number
  people: number
}

/** Units × items, each unit with what came in under its own name only. */
export class Grid {
  readonly #units = new Map<number, Map<string, Sum>>()

  add(unit: number, item: string, group: Group): void {
    addTo(this.#sumOf(unit, item), group)
  }

  /** Adds `n` people in one cell of the tallies, as `groupOfCell` counts them. */
  addCell(unit: number, item: string, cell: string, n: number): void {
    const sum = this.#sumOf(unit, item)
    if (count(sum, cell, n)) sum.people += n
  }

  /** Adds `n` answers in one cell; who gave them is counted by itself, because they may have given several. */
  addAnswers(unit: number, item: string, cell: string, n: number): void {
    count(this.#sumOf(unit, item), cell, n)
  }

  addPeople(unit: number, item: string, n: number): void {
    this.#sumOf(unit, item).people += n
  }

  own(unit: number, item: string): Group {
    return this.#units.get(unit)?.get(item) ?? nobody()
  }

  /** The units together. */
  sum(units: readonly number[], item: string): Group {
    const all = nobody()
    for (const unit of units) {
      const own = this.#units.get(unit)?.get(item)
      if (own) addTo(all, own)
    }
    return all
  }

  /** The items that occur, but for `everything`. */
  items(units: readonly number[]): string[] {
    const found = new Set<string>()
    for (const unit of units) {
      for (const item of this.#units.get(unit)?.keys() ?? []) found.add(item)
    }
    found.delete(everything)
    return [...found]
  }

  #sumOf(unit: number, item: string): Sum {
    const row = this.#units.get(unit) ?? new Map<string, Sum>()
    this.#units.set(unit, row)
    const sum = row.get(item) ?? nobody()
    row.set(item, sum)
    return sum
  }
}

const levelCells: readonly string[] = ['1', '2', '3', '4', '5']

/** Answers whether the cell is a level. */
function count(sum: Sum, cell: string, n: number): boolean {
  const at = levelCells.indexOf(cell)
  if (at >= 0) sum.levels[at] = (sum.levels[at] ?? 0) + n
  else if (cell === 'missing') sum.missing += n
  else if (cell === 'na') sum.notApplicable += n
  return at >= 0
}

const nobody = (): Sum => ({ levels: [0, 0, 0, 0, 0], missing: 0, notApplicable: 0, people: 0 })

function addTo(sum: Sum, { levels, missing, notApplicable, people }: Group): void {
  for (let at = 0; at < levels.length; at++) {
    sum.levels[at] = (sum.levels[at] ?? 0) + (levels[at] ?? 0)
  }
  sum.missing += missing
  sum.notApplicable += notApplicable
  sum.people += people
}
