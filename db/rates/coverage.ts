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
    const responses = responsesOf(grid.own(unit, item))
    const resolved = resolvedOf(unit)
    if (resolved === undefined && responses === 0) continue
    if (resolved === undefined || resolved === null) return { status: 'no-statistics' }
    n += responses
    dossiers = (dossiers ?? 0) + resolved
  }
  if (dossiers === null) return { status: 'no-statistics' }
  return { status: n > dossiers ? 'over' : 'ok', n, dossiers }
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
