import { isSmallGroup, smallGroup } from '../rate'

/** Some groups that make up a whole. */
export type Sum = Readonly<{ whole: number; parts: readonly number[] }>

/**
 * Which groups there are and how they make up each other, whatever the period and however many people are in them.
 * `fixed` ones are hidden or shown already and stay so; `unseen` ones stand in no table, and only remain when others are
 * taken away.
 */
export class PartTable {
  readonly #kinds: ('seen' | 'unseen' | 'fixed')[] = []
  readonly #sums: Sum[] = []
  readonly #wholeIn = new Map<number, number[]>()
  readonly #partIn = new Map<number, number[]>()

  addGroup(kind: 'seen' | 'unseen' | 'fixed' = 'seen'): number {
    return this.#kinds.push(kind) - 1
  }

  isSeen = (group: number): boolean => this.#kinds[group] !== 'unseen'

  addSum(sum: Sum): void {
    const index = this.#sums.push(sum) - 1
    put(this.#wholeIn, sum.whole, index)
    for (const part of sum.parts) put(this.#partIn, part, index)
  }

  /**
   * Takes from `shown` (one mark per group) what would tell of a small group: where a whole is hidden, so are its parts;
   * the hidden parts of a whole that is shown are none, or two and more who together are five and more. Where there are
   * none left to hide, the whole is hidden.
   * @param people of each group in the period.
   * @param sizes of each group, people of all times: they decide who is hidden for another's sake, always the same one,
   * so that two periods do not tell what each of them hides.
   * @param twins groups of the very same people: shown or hidden together.
   * @param told groups that cannot be hidden: another row tells of the very same people.
   */
  settle(
    { people, sizes }: Readonly<{ people: Int32Array; sizes: readonly number[] }>,
    shown: Uint8Array,
    twins: ReadonlyMap<number, readonly number[]> = new Map(),
    told = new Uint8Array(),
  ): void {
    const waiting = new Set(this.#sums.keys())
    const hide = (group: number): void => {
      if (!shown[group] || told[group] || this.#kinds[group] === 'fixed') return
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
      if (sum && shown[sum.whole]) this.#check(sum, people, sizes, shown, hide)
      else for (const part of sum?.parts ?? []) hide(part)
    }
  }

  /** Of a whole that is shown. */
  #check(
    { whole, parts }: Sum,
    people: Int32Array,
    sizes: readonly number[],
    shown: Uint8Array,
    hide: (group: number) => void,
  ): void {
    // Counted before anything is made of it: of some ten thousand sums nearly all are in order.
    let [present, hidden, left, isSeen] = [0, 0, 0, false]
    for (const part of parts) {
      const n = people[part] ?? 0
      if (n <= 0) continue
      present++
      if (this.#isIn(part, shown)) continue
      hidden++
      left += n
      isSeen ||= this.isSeen(part)
    }
    // The only part is the whole.
    if (present === 1 && isSeen) hide(whole)
    if (!(hidden === 1 && isSeen) && !isSmallGroup(left)) return
    const others = parts
      .filter((part) => (people[part] ?? 0) > 0 && this.#isIn(part, shown))
      .sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0))
    let [count, sum] = [hidden, left]
    for (const other of others) {
      hide(other)
      if (this.#isIn(other, shown)) continue
      count++
      sum += people[other] ?? 0
      if (sum >= smallGroup) return
    }
    if (count < 2 || isSmallGroup(sum)) hide(whole)
  }

  #isIn = (part: number, shown: Uint8Array): boolean => this.isSeen(part) && shown[part] === 1
}

function put(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
