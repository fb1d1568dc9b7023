import { isSmallGroup, smallGroup } from '../rate'

/** Some groups that make up a whole. */
export type Sum = Readonly<{ whole: number; parts: readonly number[] }>

/**
 * Groups and how they make up each other, whatever the period. `size` (people of all times) decides who is hidden for
 * another's sake: always the same one, so that two periods do not tell what each of them hides.
 */
export class PartTable {
  readonly sizes: number[] = []
  /** Groups that no table shows; they only remain when others are taken away. */
  readonly #unseen = new Set<number>()
  /** Hidden or shown already; they stay so. */
  readonly #fixed = new Set<number>()
  readonly #sums: Sum[] = []
  readonly #wholeIn = new Map<number, number[]>()
  readonly #partIn = new Map<number, number[]>()

  addGroup(size: number, kind: 'seen' | 'unseen' | 'fixed' = 'seen'): number {
    const group = this.sizes.push(size) - 1
    if (kind === 'unseen') this.#unseen.add(group)
    if (kind === 'fixed') this.#fixed.add(group)
    return group
  }

  isSeen = (group: number): boolean => !this.#unseen.has(group)

  addSum(sum: Sum): void {
    const index = this.#sums.push(sum) - 1
    put(this.#wholeIn, sum.whole, index)
    for (const part of sum.parts) put(this.#partIn, part, index)
  }

  /**
   * Takes from `shown` (one mark per group) what would tell of a small group: where a whole is hidden, so are its parts;
   * the hidden parts of a whole that is shown are none, or two and more who together are five and more.
   * @param people of each group in the period.
   * @param twins groups of the very same people: shown or hidden together.
   */
  settle(
    people: Int32Array,
    shown: Uint8Array,
    twins: ReadonlyMap<number, readonly number[]> = new Map(),
  ): void {
    const waiting = new Set(this.#sums.keys())
    const hide = (group: number): void => {
      if (!shown[group] || this.#fixed.has(group)) return
      shown[group] = 0
      for (const index of this.#wholeIn.get(group) ?? []) waiting.add(index)
      for (const index of this.#partIn.get(group) ?? []) waiting.add(index)
      for (const twin of twins.get(group) ?? []) hide(twin)
    }
    for (const [group, others] of twins) {
      if (!shown[group]) for (const other of others) hide(other)
    }
    for (const index of waiting) {
      waiting.delete(index)
      const sum = this.#sums[index]
      if (sum) this.#check(sum, people, shown, hide)
    }
  }

  #check(
    { whole, parts }: Sum,
    people: Int32Array,
    shown: Uint8Array,
    hide: (group: number) => void,
  ): void {
    if (!shown[whole]) {
      for (const part of parts) hide(part)
      return
    }
    const present = parts.filter((part) => (people[part] ?? 0) > 0)
    const hidden = present.filter((part) => this.#unseen.has(part) || !shown[part])
    // The only part is the whole.
    if (present.length === 1 && hidden.some(this.isSeen)) hide(whole)
    const left = hidden.reduce((sum, part) => sum + (people[part] ?? 0), 0)
    const isAlone = hidden.length === 1 && hidden.some(this.isSeen)
    if (!isAlone && !isSmallGroup(left)) return
    const others = present
      .filter((part) => !hidden.includes(part))
      .sort((a, b) => (this.sizes[a] ?? 0) - (this.sizes[b] ?? 0))
    let sum = left
    for (const other of others) {
      hide(other)
      sum += people[other] ?? 0
      if (sum >= smallGroup) break
    }
  }
}

function put(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
