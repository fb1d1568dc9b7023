import { childrenOf, type UnitTree } from '../unit'
import type { History } from './history'
import { addTo, type Line } from './line'

/** A unit with everything under it (`parts`: its own and its sub-units), or what is its own (`own`, no parts). */
type UnitNode = Readonly<{
  own: number | null
  whole: number | null
  parts: readonly number[]
  /** People of all times. */
  size: number
}>

/** Units that have answers, from the top down; the first node is everybody. */
export type UnitPlan = Readonly<{
  nodes: readonly UnitNode[]
  /** The node of a unit with everything under it, and of a unit by itself; without answers there is none. */
  under: ReadonlyMap<number, number>
  own: ReadonlyMap<number, number>
}>

/** Divides everybody of `root` by units. A unit without sub-units that have answers is one node. */
export function planUnits(
  tree: UnitTree,
  root: number,
  sizeOf: (unit: number) => number,
): UnitPlan {
  const nodes: { own: number | null; whole: number | null; parts: number[]; size: number }[] = []
  const plan = { nodes, under: new Map<number, number>(), own: new Map<number, number>() }
  const measure = (unit: number): number =>
    childrenOf(tree, unit).reduce((sum, { id }) => sum + measure(id), sizeOf(unit))
  const add = (unit: number, whole: number | null): number => {
    const node = nodes.push({ own: null, whole, parts: [], size: measure(unit) }) - 1
    const below = childrenOf(tree, unit).filter(({ id }) => measure(id) > 0)
    plan.under.set(unit, node)
    const here = nodes[node]
    if (!here) return node
    if (below.length === 0) {
      plan.own.set(unit, node)
      here.own = unit
      return node
    }
    if (sizeOf(unit) > 0) {
      const own = nodes.push({ own: unit, whole: node, parts: [], size: sizeOf(unit) }) - 1
      plan.own.set(unit, own)
      here.parts.push(own)
    }
    for (const { id } of below) here.parts.push(add(id, node))
    return node
  }
  if (measure(root) > 0) add(root, null)
  return plan
}

/** The lines of an item in every node, from its lines in the single units. */
export function linesIn(plan: UnitPlan, history: History, item: string): Line[] {
  const lines = new Array<Line>(plan.nodes.length)
  for (let node = plan.nodes.length - 1; node >= 0; node--) {
    const { own, parts } = plan.nodes[node] ?? { own: null, parts: [] }
    if (own !== null) {
      lines[node] = history.line(own, item)
      continue
    }
    const sum = history.empty()
    for (const part of parts) addTo(sum, lines[part])
    lines[node] = sum
  }
  return lines
}

/** The node whose part a node is; null above everybody. */
export const wholeOf = (nodes: UnitPlan['nodes'], node: number): number | null =>
  nodes[node]?.whole ?? null
