import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { and, desc, eq, gt, gte, inArray, isNull, lte } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Scope, unitsFor } from '@/domain/access'
import {
  type DossierCounts,
  type DossierPart,
  dossierParts,
  noDossierCounts,
} from '@/domain/dossier'
import type { Period } from '@/domain/period'
import { plantTree, subtreeOf, type Unit } from '@/domain/unit'
import { database } from './client'
import { users } from './schema/people'
import { dossierStats } from './schema/statistics'
import { fields } from './schema/units'
import { listUnitsFor } from './units'

/** Statistics as somebody entered them; `ended` where they were corrected (`replacedBy`) or withdrawn. */
export type DossierEntry = Readonly<{
  id: number
  field: Readonly<{ code: string; name: string }> | null
  counts: DossierCounts
  source: string
  enteredAt: number
  /** Null where a command brought them in. */
  enteredBy: string | null
  ended: Readonly<{ at: number; by: string | null; reason: string; isReplaced: boolean }> | null
}>

/** Where and when statistics stand, without their numbers. */
export type StandingStat = Readonly<{ unitId: number; fieldId: number | null; period: Period }>

/** What was entered for one unit and exactly these days, what stands and what has ended, newest first. */
export async function listDossierEntries(unit: Unit, period: Period): Promise<DossierEntry[]> {
  const ender = alias(users, 'ender')
  const rows = await database()
    .select({ stat: dossierStats, field: fields, by: users.name, endedBy: ender.name })
    .from(dossierStats)
    .leftJoin(fields, eq(fields.id, dossierStats.fieldId))
    .leftJoin(users, eq(users.id, dossierStats.createdBy))
    .leftJoin(ender, eq(ender.id, dossierStats.endedBy))
    .where(
      and(
        eq(dossierStats.unitId, unit.id),
        eq(dossierStats.fromOn, period.from),
        eq(dossierStats.toOn, period.to),
      ),
    )
    .orderBy(desc(dossierStats.createdAt), desc(dossierStats.id))
    .limit(1000)
  return rows.map(({ stat, field, by, endedBy }) => ({
    id: stat.id,
    field: field && { code: field.code, name: field.name },
    counts: countsOf(stat),
    source: stat.source,
    enteredAt: stat.createdAt,
    enteredBy: by,
    ended:
      stat.endedAt === null
        ? null
        : {
            at: stat.endedAt,
            by: endedBy,
            reason: stat.endReason ?? '',
            isReplaced: stat.replacedBy !== null,
          },
  }))
}

/** The unit with everything under it, as far as the person enters statistics there; null where they do not. */
export async function findDossierUnits(
  scope: Scope,
  unitCode: string,
): Promise<readonly [Unit, ...Unit[]] | null> {
  const units = await listUnitsFor(scope, 'dossiers')
  const unit = units.find(({ code }) => code === unitCode)
  if (!unit) return null
  const tree = plantTree(units)
  const under = subtreeOf(tree, unit.id).flatMap((id) => tree.byId.get(id) ?? [])
  return [unit, ...under.filter(({ id }) => id !== unit.id)]
}

/** Every standing entry of these units that touches the period, in no order. Read in pages. */
export async function listStanding(
  unitIds: readonly number[],
  period: Period,
): Promise<StandingStat[]> {
  const wanted = new Set(unitIds)
  const found: StandingStat[] = []
  for (let after = 0; ; await setImmediate()) {
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
    await setImmediate()
  }
  return found
}

export type EntryGroup = Readonly<{
  unitId: number
  period: Period
  /** Rows by field; `together` where there is one for all fields. */
  fields: number
  together: boolean
  sources: readonly string[]
  enteredAt: number
  enteredBy: readonly string[]
}>

export const mostGroups = 200

/** What stands, a line for each unit and period, the latest period first; at most `mostGroups` and one. */
export async function listEntryGroups(
  unitIds: readonly number[],
  period: Period,
): Promise<EntryGroup[]> {
  const { rows } = await database().$client.execute({
    sql: `select s.unit_id, s.from_on, s.to_on, count(s.field_id), count(*) > count(s.field_id),
        json_group_array(distinct s.source), max(s.created_at), json_group_array(distinct coalesce(u.name, ''))
      from dossier_stats s left join users u on u.id = s.created_by
      where s.ended_at is null and s.from_on <= ? and s.to_on >= ?
        and s.unit_id in (select value from json_each(?))
      group by s.unit_id, s.from_on, s.to_on
      order by s.to_on desc, s.from_on desc, s.unit_id limit ?`,
    args: [period.to, period.from, JSON.stringify(unitIds), mostGroups + 1],
  })
  return rows.map((row) => ({
    unitId: Number(row[0]),
    period: { from: String(row[1]), to: String(row[2]) },
    fields: Number(row[3]),
    together: Number(row[4]) === 1,
    sources: textsOf(row[5]),
    enteredAt: Number(row[6]),
    enteredBy: textsOf(row[7]),
  }))
}

/** The years in which the person's units have anything, newest first. */
export async function listDossierYears(scope: Scope): Promise<number[]> {
  const { rows } = await database().$client.execute({
    sql: `select distinct year from (
        select substr(from_on, 1, 4) as year, unit_id from dossier_stats where ended_at is null
        union select substr(to_on, 1, 4), unit_id from dossier_stats where ended_at is null)
      where unit_id in (select value from json_each(?)) order by year desc`,
    args: [JSON.stringify([...unitsFor(scope, 'dossiers')])],
  })
  return rows.map((row) => Number(row[0]))
}

const isStandingIn = (period: Period) =>
  and(
    isNull(dossierStats.endedAt),
    lte(dossierStats.fromOn, period.to),
    gte(dossierStats.toOn, period.from),
  )

function countsOf(stat: Readonly<Record<DossierPart, number | null>>): DossierCounts {
  const counts: Record<DossierPart, number | null> = { ...noDossierCounts }
  for (const part of dossierParts) counts[part] = stat[part]
  return counts
}

const textsOf = (json: unknown): string[] => JSON.parse(String(json)) as string[]
