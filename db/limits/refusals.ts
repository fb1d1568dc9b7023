import 'server-only'
import { administersEverything, type Scope, unitsFor } from '@/domain/access'
import type { Day } from '@/domain/period'
import type { RefusalKind } from '@/domain/refusal'
import { database } from '../client'
import { flushRefusals } from './refusal-counts'

/** How many requests were turned away on a day, at a link or a tablet or altogether. */
export type ListedRefusal = Readonly<{
  day: Day
  kind: RefusalKind
  n: number
  /** The link or tablet; null for a ceiling that is nobody's own. */
  at: Readonly<{
    door: string | null
    device: Readonly<{ id: number; name: string }> | null
    unit: string
    desk: string | null
  }> | null
}>

/**
 * What was turned away at links and tablets of the units that the person administers, newest day first and most on top;
 * whoever administers everything sees the rest too. What is still in memory is written down first.
 */
export async function listRefusals(scope: Scope, now: number): Promise<ListedRefusal[]> {
  await flushRefusals(now)
  const units = [...unitsFor(scope, 'administration')]
  const { rows } = await database().$client.execute({
    sql: `select r.on_day as day, r.kind, r.n, doors.code as door, devices.id as deviceId, devices.name as device,
        units.name as unit, desks.label as desk
      from refusals r
        left join doors on doors.id = r.door_id
        left join devices on devices.id = r.device_id
        left join units on units.id = coalesce(devices.unit_id, doors.unit_id)
        left join desks on desks.id = coalesce(devices.desk_id, doors.desk_id)
      where units.id in (select value from json_each(?)) or (units.id is null and ?)
      order by r.on_day desc, r.n desc, r.kind`,
    args: [JSON.stringify(units), administersEverything(scope) ? 1 : 0],
  })
  return rows.map((row) => ({
    day: String(row.day),
    kind: row.kind as RefusalKind,
    n: Number(row.n),
    at: row.unit === null ? null : placeOf(row),
  }))
}

const placeOf = (row: Readonly<Record<string, unknown>>) => ({
  door: row.door === null ? null : String(row.door),
  device: row.deviceId === null ? null : { id: Number(row.deviceId), name: String(row.device) },
  unit: String(row.unit),
  desk: row.desk === null ? null : String(row.desk),
})
