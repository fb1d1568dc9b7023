import 'server-only'
import type { Scope } from '@/domain/access'
import type { DossierCounts } from '@/domain/dossier/dossier'
import { inProgressOfReceived, onTimeOfReceived, onTimeOfResolved } from '@/domain/dossier/rates'
import { sumOverUnits } from '@/domain/dossier/sum'
import type { DossierShares, DossierTable } from '@/domain/dossier/table'
import type { Period } from '@/domain/period'
import { ok, type Result, refused } from '@/domain/problem'
import { subtreeOf, type Unit } from '@/domain/unit'
import { findUnitFor } from '../units/units'
import { sumDossiers } from './stats'

/** The dossiers of a unit and of each unit under it that keeps statistics in this period. */
export async function getDossierTable(
  scope: Scope,
  unitCode: string,
  period: Period,
): Promise<Result<DossierTable, 'not-found'>> {
  const found = await findUnitFor(scope, 'figures', unitCode)
  if (!found) return refused({ code: 'not-found', field: 'unit' })
  const { unit, tree } = found
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
