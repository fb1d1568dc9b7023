import 'server-only'
import type { Basis } from '@/domain/snapshot/snapshot'
import type { Ingredients } from './snapshot-parts'

/** A direct child with everything under it; the unit's own key is what came in under its own name. */
export function unitsOf(units: Basis['units'], key: string): number[] | null {
  const [top] = units
  const start = units.find(({ code }) => code === key)
  if (!top || !start) return null
  if (start.id === top.id) return [start.id]
  const found = [start.id]
  for (const id of found) {
    const under = units.filter((unit) => unit.parentId === id && !found.includes(unit.id))
    found.push(...under.map((unit) => unit.id))
  }
  return found
}

/** `desk: null` for the people of a unit without a desk. */
export function findDesk({ units, desks }: Ingredients, key: string) {
  const [top] = units
  const find = (unit: number | undefined, code: string) => {
    const desk = desks.find((one) => one.unitId === unit && one.code === code)
    if (unit === undefined) return null
    return desk ? { unit, desk: desk.id } : code === 'unknown' ? { unit, desk: null } : null
  }
  const slash = key.indexOf('/')
  const unit = units.find(({ code }) => code === key.slice(0, slash))
  return find(top?.id, key) ?? find(unit?.id, key.slice(slash + 1))
}

/** A field as the cells name it. */
export const fieldItem = ({ fields }: Ingredients, key: string): string =>
  String(fields.find(({ code }) => code === key)?.id ?? key)
