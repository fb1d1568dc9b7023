import 'server-only'
import type { Scope } from '@/domain/access'
import { everything } from '@/domain/cell'
import { uncoveredMonths } from '@/domain/dossier/coverage'
import type { View } from '@/domain/rates-filter'
import { listStanding } from '../dossiers/standing'
import { lacksStatistics, resolvedBy } from './coverage'
import { readRates } from './figures'

/** For a view whose coverage cannot be said: the months for which one of its units lacks dossier statistics. */
export async function listUncoveredMonths(scope: Scope, view: View) {
  const reading = await readRates(scope, view)
  if (!reading.ok) return []
  const { context, source, dossiers } = reading.value
  const resolvedOf = resolvedBy(await dossiers())
  const units = context.under.filter((unit) =>
    lacksStatistics(unit, source.grid, everything, resolvedOf),
  )
  const standing = await listStanding(units, view)
  return uncoveredMonths(
    units.map((unit) => standing.filter(({ unitId }) => unitId === unit)),
    view,
  )
}
