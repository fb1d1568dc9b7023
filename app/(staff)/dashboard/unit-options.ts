import type { SelectOption } from '@/components/staff/select-field'
import { plantTree, type Unit } from '@/domain/unit'

/** The units as a tree of options, those of one level by name, each under its parent. */
export function unitOptions(units: readonly Unit[]): SelectOption[] {
  const tree = plantTree(units)
  const list = (level: readonly Unit[], depth: number): SelectOption[] =>
    level.flatMap((unit) => [
      { value: unit.code, label: `${'\u2003'.repeat(depth)}${unit.name}` },
      ...list(tree.children.get(unit.id) ?? [], depth + 1),
    ])
  return list(topUnits(units), 0)
}

/** Those whose parent is none of these: where what the person may see begins. */
export function topUnits(units: readonly Unit[]): Unit[] {
  const known = new Set(units.map(({ id }) => id))
  return units.filter(({ parentId }) => parentId === null || !known.has(parentId))
}

/** The unit shown where none was asked for: the top one that was made first. */
export const firstUnit = (units: readonly Unit[]): Unit | undefined =>
  topUnits(units).toSorted((a, b) => a.id - b.id)[0]
