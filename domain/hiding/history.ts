import { addTo, type Line, type Span, sumLines } from './line'

/** People who answered in a half-month. */
export type PeopleThen = Readonly<{ halfMonth: number; n: number }>

/** The lines of one unit's items, what came in under its own name. */
type Row = ReadonlyMap<string, Line>

/** How many people had answered before each half-month, by unit (what came in under its own name) and item. */
export class History {
  readonly span: Span
  readonly #rows = new Map<number, Row>()
  /** Those that no other history has; the others are copied before anything is added. */
  readonly #own = new Map<number, Map<string, Line>>()

  /** Of everybody who is in nothing: one array, which nobody writes to. */
  readonly #nobody: Line

  /** Of what is being added; one array for all that is ever added. */
  readonly #halves: Int32Array

  constructor(span: Span) {
    this.span = span
    this.#halves = new Int32Array(span.halves)
    this.#nobody = this.empty()
  }

  add(unit: number, item: string, people: readonly PeopleThen[]): void {
    const halves = this.#halves.fill(0)
    for (const { halfMonth, n } of people) {
      const at = halfMonth - this.span.first
      if (at < 0 || at >= this.span.halves) throw new Error('answers outside the span')
      halves[at] = (halves[at] ?? 0) + n
    }
    this.addCounts(unit, item, this.span.first, halves)
  }

  /** Adds as many people as there are in each half-month from `first` on; those outside the span are left out. */
  addCounts(unit: number, item: string, first: number, counts: ArrayLike<number>): void {
    const line = this.#lineToChange(unit, item)
    const offset = first - this.span.first
    let before = 0
    for (let at = 0; at < line.length - 1; at++) {
      before += counts[at - offset] ?? 0
      line[at + 1] = (line[at + 1] ?? 0) + before
    }
  }

  /** Adds what another history of the same span has of an item, to an item of this one. */
  addLine(unit: number, item: string, more: Line): void {
    addTo(this.#lineToChange(unit, item), more)
  }

  /** Takes over what another history of the same span has of a unit: items that this one lacks. */
  adopt(unit: number, from: History): void {
    const row = from.linesOf(unit)
    if (row.size === 0) return
    const known = this.#rows.get(unit)
    this.#rows.set(unit, known ? new Map([...known, ...row]) : row)
    this.#own.delete(unit)
  }

  /** Not to be written to. */
  line = (unit: number, item: string): Line => this.#rows.get(unit)?.get(item) ?? this.#nobody

  /** The units together. */
  sum(units: readonly number[], item: string): Line {
    return sumLines(
      this.span,
      units.map((unit) => this.line(unit, item)),
    )
  }

  /** Every item of a unit. */
  linesOf = (unit: number): Row => this.#rows.get(unit) ?? noRow

  units = (): Iterable<number> => this.#rows.keys()

  itemsOf = (unit: number): string[] => [...this.linesOf(unit).keys()].sort()

  items(): string[] {
    const found = new Set<string>()
    for (const row of this.#rows.values()) for (const item of row.keys()) found.add(item)
    return [...found].sort()
  }

  empty(): Line {
    return new Int32Array(this.span.halves + 1)
  }

  #lineToChange(unit: number, item: string): Line {
    const own = this.#own.get(unit) ?? this.#copyOf(unit)
    this.#own.set(unit, own)
    this.#rows.set(unit, own)
    const line = own.get(item) ?? this.empty()
    own.set(item, line)
    return line
  }

  #copyOf = (unit: number): Map<string, Line> =>
    new Map([...this.linesOf(unit)].map(([item, line]) => [item, line.slice()]))
}

const noRow: Row = new Map()

/** Everybody before the end of the line. */
export const lastOf = (line: Line): number => line.at(-1) ?? 0
