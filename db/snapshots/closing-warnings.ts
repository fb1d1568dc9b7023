import 'server-only'
import type { Scope } from '@/domain/access'
import { subtreeOf } from '@/domain/unit'
import { database } from '../client'
import { getSilenceHours } from '../devices/silence'
import { findUnitFor } from '../units/units'

/** What the tablets of a unit and of those under it last told; a period is better closed when they hold nothing. */
export type TabletWarnings = Readonly<{
  waiting: Readonly<{ devices: number; answers: number }>
  silent: Readonly<{ devices: number; hours: number }>
}>

/** For somebody who may close the unit's periods; nothing for anybody else. */
export async function readTabletWarnings(
  scope: Scope,
  unitCode: string,
  now: number,
): Promise<TabletWarnings> {
  const found = await findUnitFor(scope, 'closing', unitCode)
  const under = found ? subtreeOf(found.tree, found.unit.id) : []
  const hours = await getSilenceHours()
  const { rows } = await database().$client.execute({
    sql: `select coalesce(sum(queue_length > 0), 0) as devices, coalesce(sum(queue_length), 0) as answers,
        coalesce(sum(last_seen_at < ?), 0) as silent
      from devices where revoked_at is null and unit_id in (select value from json_each(?))`,
    args: [now - hours * 3600_000, JSON.stringify(under)],
  })
  const count = (name: string) => Number(rows[0]?.[name] ?? 0)
  return {
    waiting: { devices: count('devices'), answers: count('answers') },
    silent: { devices: count('silent'), hours },
  }
}
