import 'server-only'
import { and, gt, gte, inArray, isNull, lte } from 'drizzle-orm'
import { type DossierCounts, mapParts } from '@/domain/dossier/dossier'
import type { Period } from '@/domain/period'
import { takeTurn } from '@/lib/unhurried'
import { database } from '../client'
import { dossierStats } from '../schema/statistics'

/** Where and when statistics stand, without their numbers. */
export type StandingStat = Readonly<{ unitId: number; fieldId: number | null; period: Period }>

/** Every standing entry of these units that touches the period, in no order. Read in pages. */
export async function listStanding(
  unitIds: readonly number[],
  period: Period,
): Promise<StandingStat[]> {
  const wanted = new Set(unitIds)
  const found: StandingStat[] = []
  for (let after = 0; ; await takeTurn()) {
    const rows = await database()
      .select({
        id: dossierStats.id,
        unitId: dossierStats.unitId,
        fieldId: dossierStats.fieldId,
        from: dossierStats.fromOn,
        to: dossierStats.toOn,
      })
      .from(dossierStats)
      .where(and(gt(dossierStats.id, after), isStandingIn(period)))
      .orderBy(dossierStats.id)
      .limit(2000)
    for (const { unitId, fieldId, from, to } of rows) {
      if (wanted.has(unitId)) found.push({ unitId, fieldId, period: { from, to } })
    }
    const last = rows.at(-1)
    if (!last || rows.length < 2000) return found
    after = last.id
  }
}

export type Standing = StandingStat & Readonly<{ id: number; counts: DossierCounts }>

/** The same with their numbers, for one unit. */
export async function listStandingOf(unitIds: readonly number[], period: Period) {
  const found: Standing[] = []
  for (let start = 0; start < unitIds.length; start += 5) {
    const rows = await database()
      .select()
      .from(dossierStats)
      .where(
        and(inArray(dossierStats.unitId, unitIds.slice(start, start + 5)), isStandingIn(period)),
      )
    for (const row of rows) {
      const { id, unitId, fieldId, fromOn: from, toOn: to } = row
      found.push({ id, unitId, fieldId, period: { from, to }, counts: countsOf(row) })
    }
    await takeTurn()
  }
  return found
}

/** Whether an entry has not ended and touches the period. */
export const isStandingIn = (period: Period) =>
  and(
    isNull(dossierStats.endedAt),
    lte(dossierStats.fromOn, period.to),
    gte(dossierStats.toOn, period.from),
  )

/** The numbers of a stored row. */
export const countsOf = (stat: DossierCounts): DossierCounts => mapParts((part) => stat[part])
