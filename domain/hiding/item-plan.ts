/** What of everybody a column counts: some items, or (`isRest`) everybody who is in none of them. */
export type Column = Readonly<{
  items: readonly string[]
  isRest: boolean
  /** Whether some table shows it. */
  isSeen: boolean
  /** Whether everybody stands in its table: the only one who has people there is everybody. */
  isOfAll: boolean
  /** The column whose part it is. */
  whole: number
  /** Answers, of which one person gives several: in no sum with everybody. */
  isAnswers: boolean
  /** Its people are this item's, where answers stand in the sums: of a factor. */
  guard?: string
}>

/** How the items of a unit's view stand beside each other. Column 0 is everybody. */
export class ItemPlan {
  readonly columns: Column[] = [
    { items: [], isRest: true, isSeen: true, isOfAll: false, whole: 0, isAnswers: false },
  ]
  readonly sums: Readonly<{ whole: number; parts: readonly number[] }>[] = []
  readonly #columnOf = new Map<string, number>()

  /** Every item with its column, in the order of the columns. */
  get names(): (readonly [item: string, column: number])[] {
    return [...this.#columnOf]
  }

  /** The column of an item; undefined where there is none. */
  columnOf = (item: string): number | undefined => this.#columnOf.get(item)

  /** Items of which everybody has at most one; `rest` names those who have none, where a table shows them. */
  part(items: readonly string[], rest: string | null): void {
    const isOfAll = rest !== null
    const parts = items.map((item) => this.#add(item, { items: [item], isOfAll }))
    const others = { items, isRest: true, isSeen: isOfAll, isOfAll }
    this.sums.push({ whole: 0, parts: [...parts, this.#add(rest, others)] })
  }

  /** Items of which everybody may have several: each stands against those who have it not. */
  oppose(items: readonly string[]): void {
    for (const item of items) this.part([item], null)
  }

  /** Answers that are no share of everybody; `parts` make them up. */
  stand(name: string, parts: readonly string[]): void {
    const whole = this.#add(name, { items: parts, isAnswers: true })
    if (parts.length === 1 && parts[0] === name) return
    const columns = parts.map((item) => this.#add(item, { items: [item], whole, isAnswers: true }))
    this.sums.push({ whole, parts: columns })
  }

  /** Another way to divide answers: into a part that is shown, which also counts people, and a rest that is not. */
  partAlso(name: string, guard: string, [item, rest]: readonly [string, string]): void {
    const whole = this.#columnOf.get(name)
    if (whole === undefined) return
    const [shown, other] = [
      this.#add(item, { items: [item], whole, isAnswers: true, guard }),
      this.#add(null, { items: [rest], whole, isAnswers: true, isSeen: false }),
    ]
    this.sums.push({ whole, parts: [shown, other] })
  }

  #add(name: string | null, column: Partial<Column>): number {
    const known = { items: [], isRest: false, isSeen: true, isOfAll: false }
    const index = this.columns.push({ ...known, whole: 0, isAnswers: false, ...column }) - 1
    if (name !== null) this.#columnOf.set(name, index)
    return index
  }
}
