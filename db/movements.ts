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

/** When the figures of which units may last have moved, in a count that only grows. */
export class Movements {
  #count = 0
  #all = 0
  readonly #units = new Map<number, number>()

  /** @param units the only ones whose own tallies were written to; without them, all figures may have moved. */
  note(units?: Iterable<number>): void {
    this.#count++
    if (!units) {
      this.#all = this.#count
      this.#units.clear()
      return
    }
    for (const unit of units) this.#units.set(unit, this.#count)
  }

  /** The same number as before: nothing has moved in these units. */
  at(units: Iterable<number>): number {
    let last = this.#all
    for (const unit of units) last = Math.max(last, this.#units.get(unit) ?? 0)
    return last
  }
}
