import 'server-only'

/** Tables on which figures rest; what is written to any other moves none. */
const figureTables: ReadonlySet<string> = new Set([
  'desk_fields',
  'desks',
  'doors',
  'dossier_stats',
  'fields',
  'responses',
  'survey_versions',
  'surveys',
  'tallies',
  'tally_sheets',
  'units',
])

const target =
  /\b(?:insert(?:\s+or\s+\w+)?\s+into|replace\s+into|(?<!\bdo\s)update(?:\s+or\s+\w+)?|delete\s+from)\s+["`]?(\w+)/gi

/** Whether figures may rest on what a statement writes; one that does not say where it writes may move them all. */
export function movesFigures(sql: string): boolean {
  const tables = [...sql.matchAll(target)].map(([, table = '']) => table.toLowerCase())
  return tables.length === 0 || tables.some((table) => figureTables.has(table))
}

/** Where responses were counted. */
export type Counted = Readonly<{ unitId: number; halfMonth: number }>

type Moved = { last: number; readonly halfMonths: Map<number, number> }

/** When the figures of which units may last have moved, in a count that only grows. */
export class Movements {
  #count = 0
  #all = 0
  readonly #units = new Map<number, Moved>()

  /** @param counted the only tallies that were written to; without them, all figures may have moved. */
  note(counted?: Iterable<Counted>): void {
    this.#count++
    if (!counted) {
      this.#all = this.#count
      this.#units.clear()
      return
    }
    for (const { unitId, halfMonth } of counted) {
      const moved = this.#units.get(unitId) ?? { last: 0, halfMonths: new Map() }
      this.#units.set(unitId, moved)
      moved.last = this.#count
      moved.halfMonths.set(halfMonth, this.#count)
    }
  }

  /** The same number as before: nothing has moved in these units. */
  at(units: Iterable<number>): number {
    let last = this.#all
    for (const unit of units) last = Math.max(last, this.#units.get(unit)?.last ?? 0)
    return last
  }

  /** The half-months of a unit whose tallies were written to since it stood at this number; null: all may have been. */
  since(unit: number, at: number): number[] | null {
    if (this.#all > at) return null
    const halfMonths = this.#units.get(unit)?.halfMonths ?? new Map<number, number>()
    return [...halfMonths].filter(([, count]) => count > at).map(([halfMonth]) => halfMonth)
  }
}
