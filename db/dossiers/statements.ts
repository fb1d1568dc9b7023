import 'server-only'
import { type DossierCounts, dossierParts } from '@/domain/dossier/dossier'
import type { Period } from '@/domain/period'
import type { Statement } from '../client'
import { dossierStats } from '../schema/statistics'

export type NewStat = Readonly<{
  /** Looked up when the statement runs: the same batch may make the unit. */
  unitCode: string
  fieldCode: string | null
  period: Period
  counts: DossierCounts
  source: string
}>

export const statStatement = (stat: NewStat, createdAt: number): Statement =>
  statsStatement([stat], createdAt, null)

/** All of them in one statement. Refused by the database where one overlaps what stands. */
export function statsStatement(
  stats: readonly NewStat[],
  createdAt: number,
  createdBy: number | null,
): Statement {
  const columns = dossierParts.map((part) => dossierStats[part].name)
  const rows = stats.map(({ unitCode, fieldCode, period, counts, source }) => [
    unitCode,
    fieldCode,
    period.from,
    period.to,
    source,
    ...dossierParts.map((part) => counts[part]),
  ])
  return {
    sql: `insert into dossier_stats
      (unit_id, field_id, from_on, to_on, source, created_at, created_by, ${columns.join(', ')})
      select (select id from units where code = value ->> 0), (select id from fields where code = value ->> 1),
        value ->> 2, value ->> 3, value ->> 4, ?, ?, ${columns.map((_, i) => `value ->> ${i + 5}`).join(', ')}
      from json_each(?)`,
    args: [createdAt, createdBy, JSON.stringify(rows)],
  }
}

/** Ends entries: figures no longer read them. */
export function endStatement(
  ids: readonly number[],
  by: number | null,
  reason: string,
  at: number,
): Statement {
  return {
    sql: `update dossier_stats set ended_at = ?, ended_by = ?, end_reason = ?
      where id in (select value from json_each(?))`,
    args: [at, by, reason, JSON.stringify(ids)],
  }
}

/** Runs when the corrections are in: each leads from the old row to the one that stands in its place. */
export const linkStatement = (ids: readonly number[]): Statement => ({
  sql: `update dossier_stats as old set replaced_by = (
      select s.id from dossier_stats s where s.unit_id = old.unit_id and s.field_id is old.field_id
        and s.from_on = old.from_on and s.ended_at is null)
    where id in (select value from json_each(?))`,
  args: [JSON.stringify(ids)],
})

/** Somebody else entered or corrected the same between the look and the change. */
export const takenMeanwhile = /dossier statistics (overlap|end once)/
