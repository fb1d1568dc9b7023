import { type Mode, type Touchpoint, touchpoints } from '@/domain/door'
import { type TallyCell, tallyCells } from '@/domain/tally'
import type { StoredDoor } from './office'
import type { Pattern } from './patterns'
import { definitionOf } from './plan'

/** Counts what comes in at one door, in the cells that the product's own rule names. */
export class DoorTally {
  readonly door: StoredDoor
  readonly #patterns: readonly Pattern[]
  readonly #cells: TallyCell[] = []
  readonly #indexOf = new Map<string, number>()
  readonly #cellsOf: (readonly number[] | undefined)[] = []
  readonly #halves = new Map<number, number[]>()

  constructor(door: StoredDoor, patterns: readonly Pattern[]) {
    this.door = door
    this.#patterns = patterns
  }

  add(halfMonth: number, pattern: number): void {
    const counts = this.#halves.get(halfMonth) ?? []
    this.#halves.set(halfMonth, counts)
    for (const cell of this.#cellsFor(pattern)) counts[cell] = (counts[cell] ?? 0) + 1
  }

  /** What was counted, cell by cell. */
  *counted(): Generator<readonly [halfMonth: number, cell: TallyCell, n: number]> {
    for (const [halfMonth, counts] of this.#halves) {
      for (const [index, cell] of this.#cells.entries()) {
        const n = counts[index]
        if (n) yield [halfMonth, cell, n]
      }
    }
  }

  touchpointOf = (pattern: Pattern): Touchpoint | null => {
    const question = definitionOf(this.door.survey).questions.find(
      (one) => one.type === 'single' && one.mapsTo === 'touchpoint',
    )
    if (question?.type !== 'single') return null
    const option = question.options.find(({ id }) => id === pattern.answers[question.id])
    return touchpoints.find((one) => one === option?.value) ?? null
  }

  patternAt(index: number): Pattern {
    const pattern = this.#patterns[index]
    if (!pattern) throw new Error('no such pattern')
    return pattern
  }

  #cellsFor(index: number): readonly number[] {
    const known = this.#cellsOf[index]
    if (known) return known
    const pattern = this.patternAt(index)
    const place = { ...this.door, mode: modeOf(this.door), touchpoint: this.touchpointOf(pattern) }
    const cells = tallyCells(definitionOf(this.door.survey), pattern.answers, place)
    const indices = cells.map((cell) => this.#indexFor(cell))
    this.#cellsOf[index] = indices
    return indices
  }

  #indexFor(cell: TallyCell): number {
    const key = `${cell.slice}\t${cell.item}\t${cell.cell}\t${cell.level}`
    const known = this.#indexOf.get(key) ?? this.#cells.push(cell) - 1
    this.#indexOf.set(key, known)
    return known
  }
}

export const modeOf = ({ kind }: StoredDoor): Mode => (kind === 'paper' ? 'keyed' : 'self')
