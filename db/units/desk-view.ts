import 'server-only'
import type { Scope } from '@/domain/access'
import { database } from '../client'
import { getManagedUnit } from './changes'
import { type Desk, listDesks } from './desks'

/** A desk with the fields it serves and the codes of the surveys that a tablet or an open link shows there. */
export type DeskView = Desk &
  Readonly<{
    fields: readonly Readonly<{ code: string; name: string }>[]
    surveyCodes: readonly string[]
  }>

/** The desks of a unit that the person administers, by code; none of any other. */
export async function listDeskViews(
  scope: Scope,
  unitCode: string,
  now: number,
): Promise<DeskView[]> {
  const unit = await getManagedUnit(scope, unitCode)
  if (!unit) return []
  const [desks, fields, surveys] = await Promise.all([
    listDesks([unit.id]),
    rowsOf(
      `select d.desk_id, f.code, f.name from desk_fields d join fields f on f.id = d.field_id
        join desks k on k.id = d.desk_id where k.unit_id = ? order by f.name`,
      [unit.id],
    ),
    rowsOf(
      `select o.desk_id, s.code from doors o join surveys s on s.id = o.survey_id
          where o.unit_id = ? and o.kind = 'link' and (o.closed_at is null or o.closed_at > ?)
        union select v.desk_id, s.code from device_surveys a join devices v on v.id = a.device_id
          join surveys s on s.id = a.survey_id where v.unit_id = ? and v.revoked_at is null`,
      [unit.id, now, unit.id],
    ),
  ])
  const at = (rows: readonly string[][], id: number) => rows.filter(([desk]) => desk === `${id}`)
  return desks.map((desk) => ({
    ...desk,
    fields: at(fields, desk.id).map(([, code = '', name = '']) => ({ code, name })),
    surveyCodes: at(surveys, desk.id).map(([, code = '']) => code),
  }))
}

async function rowsOf(sql: string, args: readonly number[]): Promise<string[][]> {
  const { rows } = await database().$client.execute({ sql, args: [...args] })
  return rows.map((row) => Array.from({ length: row.length }, (_, index) => String(row[index])))
}
