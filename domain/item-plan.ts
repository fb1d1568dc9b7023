import type { Split } from './cut-table'
import { type Pairing, pairUp } from './pairing'

/** Some items together, or (`isRest`) everybody who is in none of them. */
export type ItemNode = Readonly<{
  items: readonly string[]
  isRest: boolean
  /** Its people are this item's, where answers stand in the sums: of a factor. */
  guard?: string
}>

/** How the items of a unit's view stand beside each other. Node 0 is everybody. */
export class ItemPlan {
  readonly nodes: ItemNode[] = [{ items: [], isRest: true }]
  /** Those of one `way` divide everybody once. */
  readonly splits: (Split & Readonly<{ way: number }>)[] = []
  /** Hidden with the whole, but in no sum with it. */
  readonly alone: { whole: number; part: number }[] = []
  readonly #nodeOf = new Map<string, number>()
  #way = 0

  /** The node of an item; undefined where nobody chose it. */
  nodeOf = (item: string): number | undefined => this.#nodeOf.get(item)

  /** Items of which everybody has one; `rest` names those who have none. */
  part(items: readonly string[], rest: string, sizeOf: (node: ItemNode) => number): void {
    const leaves = [
      ...items.map((item) => ({ name: item, node: { items: [item], isRest: false } })),
      { name: rest, node: { items, isRest: true } },
    ]
    this.#divide(
      0,
      pairUp(this.#sized(leaves, sizeOf), ({ size }) => size),
    )
  }

  /** Items of which everybody may have several: each stands against those who have it not. */
  oppose(items: readonly string[]): void {
    for (const item of items) {
      const a = this.#add(item, { items: [item], isRest: false })
      const b = this.nodes.push({ items: [item], isRest: true }) - 1
      this.splits.push({ whole: 0, a, b, way: ++this.#way })
    }
  }

  /** Items that are no share of everybody; `parts` make them up. */
  stand(name: string, parts: readonly string[], sizeOf: (node: ItemNode) => number): void {
    const part = this.#add(name, { items: parts, isRest: false })
    this.alone.push({ whole: 0, part })
    if (parts.length === 1 && parts[0] === name) return
    const leaves = parts.map((item) => ({ name: item, node: { items: [item], isRest: false } }))
    this.#divide(
      part,
      pairUp(this.#sized(leaves, sizeOf), ({ size }) => size),
    )
  }

  /** Another way to divide an item: into a named part and a rest that has no name. */
  partAlso(
    name: string,
    guard: string | undefined,
    [item, rest]: readonly [string, string],
    sizeOf: (node: ItemNode) => number,
  ): void {
    const whole = this.#nodeOf.get(name)
    if (whole === undefined) return
    const leaf = (one: string) => ({ name: one, node: { items: [one], isRest: false } })
    this.#way++
    const leaves = this.#sized([leaf(item), leaf(rest)], sizeOf)
    this.#divide(
      whole,
      pairUp(leaves, ({ size }) => size),
    )
    const node = this.#nodeOf.get(item)
    const known = node === undefined ? undefined : this.nodes[node]
    if (node !== undefined && known && guard !== undefined) this.nodes[node] = { ...known, guard }
  }

  #sized(leaves: readonly Leaf[], sizeOf: (node: ItemNode) => number) {
    return leaves
      .map((leaf) => ({ ...leaf, size: sizeOf(leaf.node) }))
      .filter(({ size }) => size > 0)
  }

  #divide(whole: number, pairing: Pairing<Leaf> | null): void {
    if (!pairing) return
    if ('part' in pairing) {
      this.#nodeOf.set(pairing.part.name, whole)
      return
    }
    const [a, b] = pairing.pair.map((half) => this.nodes.push(joinLeaves(leavesOf(half))) - 1)
    if (a === undefined || b === undefined) return
    this.splits.push({ whole, a, b, way: this.#way })
    this.#divide(a, pairing.pair[0])
    this.#divide(b, pairing.pair[1])
  }

  #add(name: string, node: ItemNode): number {
    const at = this.nodes.push(node) - 1
    this.#nodeOf.set(name, at)
    return at
  }
}

type Leaf = Readonly<{ name: string; node: ItemNode }>

const leavesOf = (pairing: Pairing<Leaf>): Leaf[] =>
  'part' in pairing ? [pairing.part] : pairing.pair.flatMap(leavesOf)

/** With the rest among them: everybody but those items of the rest that are not among them. */
function joinLeaves(leaves: readonly Leaf[]): ItemNode {
  const items = leaves.filter(({ node }) => !node.isRest).flatMap(({ node }) => node.items)
  const rest = leaves.find(({ node }) => node.isRest)
  if (!rest) return { items, isRest: false }
  return { items: rest.node.items.filter((item) => !items.includes(item)), isRest: true }
}
