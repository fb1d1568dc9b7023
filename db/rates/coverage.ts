import 'server-only'
import type { Coverage } from '@/domain/figure'
import type { Grid } from '@/domain/grid'
import { responsesOf } from '@/domain/group'
import type { UnitDossiers } from '../dossiers/stats'

/**
 * Valid responses against dossiers resolved, over units. Every unit that has responses or statistics
 * must have statistics for exactly the period, else the two numbers speak of different things.
 */
export function coverageOf(
  units: readonly number[],
  grid: Grid,
  item: string,
  resolvedOf: (unit: number) => number | null | undefined,
): Coverage {
  let n = 0
  let dossiers: number | null = null
  for (const unit of units) {
    if (lacksStatistics(unit, grid, item, resolvedOf)) return { status: 'no-statistics' }
    const resolved = resolvedOf(unit)
    if (resolved === undefined || resolved === null) continue
    n += responsesOf(grid.own(unit, item))
    dossiers = (dossiers ?? 0) + resolved
  }
  if (dossiers === null) return { status: 'no-statistics' }
  return { status: n > dossiers ? 'over' : 'ok', n, dossiers }
}

/** Whether a unit has responses or statistics, and no statistics for exactly the period. */
export function lacksStatistics(
  unit: number,
  grid: Grid,
  item: string,
  resolvedOf: (unit: number) => number | null | undefined,
): boolean {
  const resolved = resolvedOf(unit)
  return resolved === null || (resolved === undefined && responsesOf(grid.own(unit, item)) > 0)
}

/** Undefined where a unit keeps no statistics in this period, null where they are not for exactly it. */
export const resolvedBy =
  (dossiers: ReadonlyMap<number, UnitDossiers>) =>
  (unit: number): number | null | undefined => {
    const known = dossiers.get(unit)
    return known === undefined ? undefined : (known.all?.resolved ?? null)
  }

export const resolvedByField =
  (dossiers: ReadonlyMap<number, UnitDossiers>, field: number) =>
  (unit: number): number | null | undefined => {
    const known = dossiers.get(unit)?.byField
    return known?.has(field) ? (known.get(field)?.resolved ?? null) : undefined
  }
