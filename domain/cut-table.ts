import type { Cuts, Line } from './cut'
import { isSmallGroup } from './rate'
import type { Steps } from './steps'

/** `whole` is `a` and `b` together. */
export type Split = Readonly<{ whole: number; a: number; b: number }>

/** In a way of dividing (by units, by items) a cell has one whole. */
type Way = Readonly<{ wholeOf: Map<number, number>; partsOf: Map<number, number[]> }>

const cellsPerStep = 500

/**
 * Which cells are known at which cuts, and what follows from it. Starts from a good choice for each table by itself
 * and takes away what together would give more than it should: of a whole and its two parts never exactly one may
 * stay hidden at a cut, and cuts between which a cell has nobody hide and show together, because "nobody" is said.
 */
export class CutTable {
  readonly #lines: Line[] = []
  readonly #known: Cuts[] = []
  /** Known whatever is hidden: the totals, and what follows from them. */
  readonly #given: Cuts[] = []
  readonly #splits: Split[] = []
  readonly #ways = new Map<string, Way>()
  #changed = new Set<number>()

  /** @param given cuts that cannot be hidden; nobody has answered yet counts as given, too. */
  addCell(line: Line, known: Cuts, given: Cuts): number {
    const cell = this.#lines.push(line) - 1
    const all = Uint8Array.from(line, (people, t) => (people === 0 || given[t] ? 1 : 0))
    this.#given.push(all)
    this.#known.push(known.map((mark, t) => mark | (all[t] ?? 0)))
    return cell
  }

  addSplit(split: Split, way: string): void {
    this.#splits.push(split)
    const { whole, a, b } = split
    const { wholeOf, partsOf } = this.#ways.get(way) ?? { wholeOf: new Map(), partsOf: new Map() }
    this.#ways.set(way, { wholeOf, partsOf })
    wholeOf.set(a, whole).set(b, whole)
    partsOf.set(whole, [...(partsOf.get(whole) ?? []), a, b])
  }

  isKnown = (cell: number, cut: number): boolean => this.#known[cell]?.[cut] === 1
  isGiven = (cell: number, cut: number): boolean => this.#given[cell]?.[cut] === 1

  knownCuts = (cell: number): Cuts => this.#known[cell] ?? new Uint8Array()
  givenCuts = (cell: number): Cuts => this.#given[cell] ?? new Uint8Array()

  /** People of a cell between two cuts. */
  people(cell: number, from: number, to: number): number {
    return (this.#lines[cell]?.[to] ?? 0) - (this.#lines[cell]?.[from] ?? 0)
  }

  /** Hides until nothing follows any more. `alsoHide` looks across tables and says whether it hid anything. */
  *settle(alsoHide?: () => Steps<boolean>): Steps<void> {
    for (let cell = 0; cell < this.#lines.length; cell++) {
      this.#agree(cell)
      if (cell % cellsPerStep === 0) yield
    }
    this.#changed = new Set(this.#lines.keys())
    let hid = true
    while (hid) {
      while (this.#changed.size > 0) yield* this.#checkSplits()
      hid = yield* this.#checkWays()
      if (!hid && alsoHide) hid = yield* alsoHide()
    }
  }

  /** Hides a cell at a cut, and at all cuts that differ from it by nobody. False where it is given. */
  hide(cell: number, cut: number): boolean {
    const [first, last] = this.#sameAs(cell, cut)
    const given = this.#given[cell]
    for (let t = first; t <= last; t++) if (given?.[t]) return false
    this.#known[cell]?.fill(0, first, last + 1)
    this.#changed.add(cell)
    return true
  }

  *#checkSplits(): Steps<void> {
    const changed = this.#changed
    this.#changed = new Set()
    for (const [index, split] of this.#splits.entries()) {
      if (index % cellsPerStep === 0) yield
      if (changed.has(split.whole) || changed.has(split.a) || changed.has(split.b)) {
        this.#checkSplit(split)
      }
    }
  }

  #checkSplit({ whole, a, b }: Split): void {
    const [w, x, y] = [this.knownCuts(whole), this.knownCuts(a), this.knownCuts(b)]
    for (let t = 0; t < w.length; t++) {
      if (w[t] && x[t] && y[t]) continue
      if (!w[t]) {
        if (x[t]) this.hide(a, t)
        if (y[t]) this.hide(b, t)
        if (x[t] && y[t]) this.#give(whole, t)
      } else if (x[t] && !this.hide(a, t) && !this.hide(whole, t)) this.#give(b, t)
      else if (y[t] && !this.hide(b, t) && !this.hide(whole, t)) this.#give(a, t)
    }
  }

  /** It follows, hidden or not: then its neighbours must keep their distance. */
  #give(cell: number, cut: number): void {
    const [first, last] = this.#sameAs(cell, cut)
    this.#known[cell]?.fill(1, first, last + 1)
    this.#given[cell]?.fill(1, first, last + 1)
    this.#changed.add(cell)
    const line = this.#lines[cell] ?? new Int32Array()
    for (let t = 0; t < line.length; t++) {
      if (this.isKnown(cell, t) && isSmallGroup(Math.abs(this.people(cell, cut, t)))) {
        this.hide(cell, t)
      }
    }
  }

  /**
   * A part may be given where its whole is hidden and a larger whole is known. What is left of the larger one
   * without its known parts must keep the distance, too.
   */
  *#checkWays(): Steps<boolean> {
    let hid = false
    for (const way of this.#ways.values()) {
      const seen = new Set<number>()
      let count = 0
      for (const [cell, whole] of way.wholeOf) {
        if (count++ % cellsPerStep === 0) yield
        const [known, wholeKnown] = [this.knownCuts(cell), this.knownCuts(whole)]
        const { length } = known
        for (let t = 0; t < length; t++) {
          if (!known[t] || wholeKnown[t]) continue
          let above: number | undefined = whole
          while (above !== undefined && !this.isKnown(above, t)) above = way.wholeOf.get(above)
          if (above === undefined || seen.has(above * length + t)) continue
          seen.add(above * length + t)
          if (this.#checkRest(way, above, t)) hid = true
        }
      }
    }
    return hid
  }

  #checkRest(way: Way, whole: number, cut: number): boolean {
    const parts = this.#knownParts(way, whole, cut)
    const known = this.knownCuts(whole)
    for (let t = 0; t < known.length; t++) {
      if (!known[t]) continue
      const left = parts.reduce(
        (rest, part) => (this.isKnown(part, t) ? rest - this.people(part, t, cut) : rest),
        this.people(whole, t, cut),
      )
      if (!isSmallGroup(Math.abs(left))) continue
      if (this.hide(whole, cut) || this.hide(whole, t)) return true
    }
    return false
  }

  /** The largest parts that are known at a cut. */
  #knownParts(way: Way, whole: number, cut: number): number[] {
    const parts = way.partsOf.get(whole) ?? []
    return parts.flatMap((part) =>
      this.isKnown(part, cut) ? [part] : this.#knownParts(way, part, cut),
    )
  }

  /** Cuts that differ by nobody are known together or not at all. */
  #agree(cell: number): void {
    const [line, known, given] = [this.#lines[cell], this.#known[cell], this.#given[cell]]
    if (!line || !known || !given) return
    for (let first = 0; first < line.length; ) {
      const [, last] = this.#sameAs(cell, first)
      const isGiven = given.subarray(first, last + 1).includes(1)
      const isHidden = known.subarray(first, last + 1).includes(0)
      if (isGiven) given.fill(1, first, last + 1)
      if (isGiven) known.fill(1, first, last + 1)
      else if (isHidden) known.fill(0, first, last + 1)
      first = last + 1
    }
  }

  #sameAs(cell: number, cut: number): [first: number, last: number] {
    const line = this.#lines[cell] ?? new Int32Array()
    let [first, last] = [cut, cut]
    while (first > 0 && line[first - 1] === line[cut]) first--
    while (last + 1 < line.length && line[last + 1] === line[cut]) last++
    return [first, last]
  }
}
