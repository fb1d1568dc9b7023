import 'server-only'
import { and, inArray } from 'drizzle-orm'
import type { DossierCounts } from '@/domain/dossier/dossier'
import { type DossierRow, sumOverTime, sumOverUnits } from '@/domain/dossier/sum'
import { groupBy } from '@/domain/group-by'
import type { Period } from '@/domain/period'
import { takeTurn } from '@/lib/unhurried'
import { database } from '../client'
import { dossierStats } from '../schema/statistics'
import { KeptByUnit } from '../tallies/kept-by-unit'
import { countsOf, isStandingIn } from './standing'

/** One unit's statistics over exactly a period; null where what there is does not tile it. */
export type UnitDossiers = Readonly<{
  all: DossierCounts | null
  byField: ReadonlyMap<number, DossierCounts | null>
  sources: readonly string[]
}>

type Stat = typeof dossierStats.$inferSelect

/**
 * The statistics of these units that stand and touch the period, summed over it. A unit without any is not in
 * the map. Rows for all fields together go before rows by field, which are added up where they are all there is.
 */
export async function sumDossiers(
  unitIds: readonly number[],
  period: Period,
): Promise<ReadonlyMap<number, UnitDossiers>> {
  const name = `${period.from} ${period.to}`
  const sums = await kept.values(name, unitIds, async function* (missing) {
    for (let start = 0; start < missing.length; start += unitsPerRead) {
      if (start > 0) await takeTurn()
      const page = missing.slice(start, start + unitsPerRead)
      const byUnit = groupBy(await listStats(page, period), (row) => row.unitId)
      for (const unit of page) {
        const stats = byUnit.get(unit)
        yield [unit, stats ? [unit, sumUnit(stats, period)] : null]
      }
    }
  })
  return new Map(sums.filter((one) => one !== null))
}

type Summed = readonly [unit: number, sum: UnitDossiers]

/** A province's year by field takes a few thousand counts. */
const kept = new KeptByUnit<Summed | null>(
  'dossiers',
  20_000,
  (one) => 1 + (one?.[1].byField.size ?? 0),
)

/** With a year of months by field, some hundred rows each: few enough not to hold others up. */
const unitsPerRead = 10

const listStats = async (unitIds: readonly number[], period: Period): Promise<Stat[]> =>
  await database()
    .select()
    .from(dossierStats)
    .where(and(inArray(dossierStats.unitId, [...unitIds]), isStandingIn(period)))
    .orderBy(dossierStats.unitId, dossierStats.fromOn, dossierStats.id)

function sumUnit(stats: readonly Stat[], period: Period): UnitDossiers {
  const byField = new Map<number, DossierCounts | null>()
  const fieldRows = groupBy(
    stats.filter((row) => row.fieldId !== null),
    (row) => row.fieldId ?? 0,
  )
  for (const [field, rows] of fieldRows) byField.set(field, sumOverTime(rows.map(toRow), period))
  const together = stats.filter((row) => row.fieldId === null)
  const parts = [...byField.values()]
  const added = parts.every((counts) => counts !== null) ? sumOverUnits(parts) : null
  return {
    all: together.length > 0 ? sumOverTime(together.map(toRow), period) : added,
    byField,
    sources: [...new Set(stats.map((row) => row.source))],
  }
}

const toRow = (stat: Stat): DossierRow => ({
  period: { from: stat.fromOn, to: stat.toOn },
  counts: countsOf(stat),
})
