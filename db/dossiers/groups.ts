import 'server-only'
import { type Scope, unitsFor } from '@/domain/access'
import type { Period } from '@/domain/period'
import { plantTree, subtreeOf, type Unit } from '@/domain/unit'
import { database } from '../client'
import { listUnitsFor } from '../units/units'

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

const textsOf = (json: unknown): string[] => JSON.parse(String(json)) as string[]
