import type { Problem } from '../problem'
import { type DossierCounts, dossierParts } from './dossier'

/** A row of one table; `field` null for all fields together. */
export type TableRow = Readonly<{ field: string | null; counts: DossierCounts }>

/**
 * The columns in which fields add up to more than the row for all of them. The fields named may be fewer than there are,
 * so less is no contradiction.
 */
export function findExcess(rows: readonly TableRow[]): Problem<'fields-exceed-all'>[] {
  const all = rows.find(({ field }) => field === null)?.counts
  if (!all) return []
  return dossierParts.flatMap((part) => {
    const whole = all[part]
    const sum = rows.reduce((so, { field, counts }) => so + (field ? (counts[part] ?? 0) : 0), 0)
    if (whole === null || sum <= whole) return []
    return [{ code: 'fields-exceed-all', field: part, params: { whole, sum } } as const]
  })
}
