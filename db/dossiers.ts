import 'server-only'
import { type Scope, unitsFor } from '@/domain/access'
import {
  type DossierCounts,
  inProgressOfReceived,
  onTimeOfReceived,
  onTimeOfResolved,
} from '@/domain/dossier'
import { sumOverUnits } from '@/domain/dossier-sum'
import type { Period } from '@/domain/period'
import { ok, type Result, refused } from '@/domain/problem'
import type { Rate } from '@/domain/rate'
import { plantTree, subtreeOf, type Unit } from '@/domain/unit'
import { sumDossiers } from './dossier-stats'
import { listUnits } from './units'

/** Every share with both its numbers; a share is null where the source does not give one of them. */
export type DossierShares = Readonly<{
  counts: DossierCounts
  onTimeOfReceived: Rate | null
  onTimeOfResolved: Rate | null
  inProgressOfReceived: Rate | null
}>

export type DossierTable = Readonly<{
  unit: Readonly<{ code: string; name: string }>
  period: Period
  /** Each unit's own dossiers; `shares` is null where there are no statistics for exactly this period. */
  rows: readonly Readonly<{
    unit: Readonly<{ code: string; name: string }>
    shares: DossierShares | null
    sources: readonly string[]
  }>[]
  /** Null unless every unit listed has statistics for exactly this period. */
  total: DossierShares | null
}>

/** The dossiers of a unit and of each unit under it that keeps statistics in this period. */
export async function getDossierTable(
  scope: Scope,
  unitCode: string,
  period: Period,
): Promise<Result<DossierTable, 'not-found'>> {
  const units = await listUnits()
  const unit = units.find((one) => one.code === unitCode)
  if (!unit || !unitsFor(scope, 'figures').has(unit.id)) {
    return refused({ code: 'not-found', field: 'unit' })
  }
  const tree = plantTree(units)
  const under = subtreeOf(tree, unit.id)
  const sums = await sumDossiers(under, period)
  const rows = under.flatMap((id) => {
    const [one, sum] = [tree.byId.get(id), sums.get(id)]
    return one && sum
      ? [{ unit: nameOf(one), shares: sharesOf(sum.all), sources: sum.sources }]
      : []
  })
  const known = rows.flatMap((row) => row.shares?.counts ?? [])
  const isComplete = rows.length > 0 && known.length === rows.length
  const total = isComplete ? sharesOf(sumOverUnits(known)) : null
  return ok({ unit: nameOf(unit), period, rows, total })
}

const nameOf = ({ code, name }: Unit) => ({ code, name })

function sharesOf(counts: DossierCounts | null): DossierShares | null {
  if (counts === null) return null
  return {
    counts,
    onTimeOfReceived: onTimeOfReceived(counts),
    onTimeOfResolved: onTimeOfResolved(counts),
    inProgressOfReceived: inProgressOfReceived(counts),
  }
}
