import { addLines, type Line, lineOf, type Span } from './cut'

/** How many people answered in each half-month, by unit (what came in under its own name) and item. */
export class History {
  readonly span: Span
  readonly #people = new Map<number, Map<string, Int32Array>>()
  readonly #lines = new Map<number, readonly (readonly [string, Line])[]>()

  constructor(span: Span) {
    this.span = span
  }

  add(unit: number, item: string, halfMonth: number, people: number): void {
    const at = halfMonth - this.span.first
    if (at < 0 || at >= this.span.halves) throw new Error('answers outside the span')
    const row = this.#people.get(unit) ?? new Map<string, Int32Array>()
    this.#people.set(unit, row)
    const halves = row.get(item) ?? new Int32Array(this.span.halves)
    row.set(item, halves)
    halves[at] = (halves[at] ?? 0) + people
  }

  line(unit: number, item: string): Line {
    const halves = this.#people.get(unit)?.get(item)
    return halves ? lineOf(halves) : this.empty()
  }

  /** The units together. */
  sum(units: readonly number[], item: string): Line {
    return units.reduce((all, unit) => addLines(all, this.line(unit, item)), this.empty())
  }

  /** Every item of a unit; each line is added up when it is first asked for. */
  linesOf(unit: number): readonly (readonly [item: string, line: Line])[] {
    const known =
      this.#lines.get(unit) ??
      this.itemsOf(unit).map((item) => [item, this.line(unit, item)] as const)
    this.#lines.set(unit, known)
    return known
  }

  itemsOf = (unit: number): string[] => [...(this.#people.get(unit)?.keys() ?? [])].sort()

  items(): string[] {
    return [...new Set([...this.#people.values()].flatMap((row) => [...row.keys()]))].sort()
  }

  empty(): Line {
    return new Int32Array(this.span.halves + 1)
  }
}

/** Everybody before the end of the line. */
export const lastOf = (line: Line): number => line.at(-1) ?? 0
