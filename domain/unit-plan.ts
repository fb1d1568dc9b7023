import type { History } from './history'
import { type Pairing, pairUp } from './pairing'
import { childrenOf, type UnitTree } from './unit'

/** Some units together: a unit with everything under it, one by itself, or two groups of a pairing. */
export type UnitNode = Readonly<{ own: number | null; parts: readonly [number, number] | null }>

/** Units that have answers, from the top down; the first node is everybody. */
export type UnitPlan = Readonly<{
  nodes: readonly UnitNode[]
  /** The node of a unit with everything under it, and of a unit by itself; without answers there is none. */
  under: ReadonlyMap<number, number>
  own: ReadonlyMap<number, number>
}>

type Part = Readonly<{ unit: number; isOwn: boolean; size: number; parts: readonly Part[] }>

/**
 * Divides everybody of `root` by units, two groups at a time. A unit whose answers all came in through one of its
 * parts is the same node as that part.
 */
export function planUnits(
  tree: UnitTree,
  root: number,
  sizeOf: (unit: number) => number,
): UnitPlan {
  const nodes: { own: number | null; parts: [number, number] | null }[] = []
  const plan = { nodes, under: new Map<number, number>(), own: new Map<number, number>() }
  const add = () => nodes.push({ own: null, parts: null }) - 1
  const name = ({ unit, isOwn, parts }: Part, node: number): number => {
    if (isOwn) {
      plan.own.set(unit, node)
      nodes[node] = { own: unit, parts: null }
      return node
    }
    plan.under.set(unit, node)
    const pairing = pairUp(parts, ({ size }) => size)
    return pairing ? fill(pairing, node) : node
  }
  const fill = (pairing: Pairing<Part>, node: number): number => {
    if ('part' in pairing) return name(pairing.part, node)
    const [a, b] = pairing.pair
    nodes[node] = { own: null, parts: [fill(a, add()), fill(b, add())] }
    return node
  }
  const whole = measure(tree, root, sizeOf)
  if (whole.size > 0) name(whole, add())
  return plan
}

function measure(tree: UnitTree, unit: number, sizeOf: (unit: number) => number): Part {
  const own: Part = { unit, isOwn: true, size: sizeOf(unit), parts: [] }
  const below = childrenOf(tree, unit).map((child) => measure(tree, child.id, sizeOf))
  const parts = [own, ...below].filter(({ size }) => size > 0)
  return { unit, isOwn: false, size: parts.reduce((sum, part) => sum + part.size, 0), parts }
}

/** The lines of an item in every node, from its lines in the single units. */
export function linesIn(plan: UnitPlan, history: History, item: string): Int32Array[] {
  const lines: Int32Array[] = plan.nodes.map(() => history.empty())
  for (let node = plan.nodes.length - 1; node >= 0; node--) {
    const { own, parts } = plan.nodes[node] ?? { own: null, parts: null }
    if (own !== null) lines[node] = history.line(own, item)
    if (parts) lines[node] = addTo(lines[parts[0]], lines[parts[1]], history)
  }
  return lines
}

const addTo = (a: Int32Array | undefined, b: Int32Array | undefined, history: History) => {
  const sum = history.empty()
  for (let t = 0; t < sum.length; t++) sum[t] = (a?.[t] ?? 0) + (b?.[t] ?? 0)
  return sum
}
