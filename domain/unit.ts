import { groupBy } from './group-by'
import type { Day } from './period'

/** `huyen_legacy` exists for history only: since 01/07/2025 there are provinces and communes. */
export const unitLevels = ['tinh', 'xa', 'huyen_legacy', 'so', 'office'] as const
export type UnitLevel = (typeof unitLevels)[number]

export type Unit = Readonly<{
  id: number
  code: string
  name: string
  level: UnitLevel
  parentId: number | null
  validFrom: Day | null
  validTo: Day | null
  successorId: number | null
}>

/** Whether a new unit may be called so in addresses and files: plain letters, digits, dots, `-` and `_`, at most 40. */
export const isUnitCode = (code: string): boolean => /^[\w.-]{1,40}$/.test(code)

/** All units, by id and by parent. */
export type UnitTree = Readonly<{
  byId: ReadonlyMap<number, Unit>
  children: ReadonlyMap<number | null, readonly Unit[]>
}>

export function plantTree(units: readonly Unit[]): UnitTree {
  const children = groupBy(units, ({ parentId }) => parentId)
  return { byId: new Map(units.map((unit) => [unit.id, unit])), children }
}

export const unitByCode = (tree: UnitTree, code: string): Unit | undefined =>
  [...tree.byId.values()].find((unit) => unit.code === code)

/** Units that belong to no other, in the order given to the tree. */
export const rootsOf = (tree: UnitTree): readonly Unit[] => tree.children.get(null) ?? []

/** Direct children, in the order given to the tree. */
export const childrenOf = (tree: UnitTree, id: number): readonly Unit[] =>
  tree.children.get(id) ?? []

/** The unit itself and everything under it, each followed by what is under it. */
export function subtreeOf(tree: UnitTree, id: number): number[] {
  const found = new Set<number>()
  const waiting = tree.byId.has(id) ? [id] : []
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue
    found.add(next)
    for (const child of childrenOf(tree, next).toReversed()) waiting.push(child.id)
  }
  return [...found]
}

/** From the parent up to the root; a circle in damaged data ends the walk. */
export function ancestorsOf(tree: UnitTree, id: number): Unit[] {
  const path: Unit[] = []
  let unit = parentOf(tree, id)
  while (unit && unit.id !== id && !path.includes(unit)) {
    path.push(unit)
    unit = parentOf(tree, unit.id)
  }
  return path
}

/** Whether the unit existed on that day. */
export const isValidOn = (unit: Unit, day: Day): boolean =>
  (unit.validFrom === null || unit.validFrom <= day) && !hasEnded(unit, day)

/** Whether the unit's last day is over: one that is still to begin may be got ready. */
export const hasEnded = ({ validTo }: Unit, day: Day): boolean => validTo !== null && validTo < day

function parentOf(tree: UnitTree, id: number): Unit | undefined {
  const parentId = tree.byId.get(id)?.parentId
  return parentId == null ? undefined : tree.byId.get(parentId)
}
