import 'server-only'
import type { Channel, DoorKind } from '@/domain/door'
import type { Source } from '@/domain/sign/sign'
import { database } from '../client'

/** A door with the source it belongs to: a tablet's doors at one unit are one source. */
export type SourceDoor = Readonly<{ doorId: number; openedAt: number; source: Source }>

/** The doors of a survey at these units, oldest first. */
export const listSourceDoors = (surveyId: number, unitIds: readonly number[]) =>
  read('d.survey_id = ? and d.unit_id in (select value from json_each(?))', [
    surveyId,
    JSON.stringify(unitIds),
  ])

/** These doors, whatever survey they belong to. */
export const listDoorsById = (ids: readonly number[]) =>
  read('d.id in (select value from json_each(?))', [JSON.stringify(ids)])

/** These sources by their keys; what is no key of a source is left out. */
export async function listSourcesByKey(
  keys: readonly string[],
): Promise<ReadonlyMap<string, Source>> {
  const wanted = new Set(keys)
  const ids = (kind: RegExp) => JSON.stringify(keys.flatMap((key) => kind.exec(key)?.[1] ?? []))
  const found = await read(
    `d.device_id is null and d.id in (select value from json_each(?))
      or d.device_id in (select value from json_each(?))`,
    [ids(/^l(\d{1,15})$/), ids(/^d(\d{1,15})-/)],
  )
  const sources = found.map(({ source }) => source).filter(({ key }) => wanted.has(key))
  // Of the doors of one source the first names it, as where signs are looked for.
  return new Map(sources.toReversed().map((source) => [source.key, source]))
}

async function read(where: string, args: (string | number)[]): Promise<SourceDoor[]> {
  const { rows } = await database().$client.execute({
    sql: `select d.id, d.code, d.kind, d.channel, d.unit_id as unitId, d.opened_at as openedAt,
        d.device_id as deviceId, v.name as device, k.label as desk
      from doors d left join devices v on v.id = d.device_id left join desks k on k.id = d.desk_id
      where ${where} order by d.id`,
    args,
  })
  return rows.map((row) => ({
    doorId: Number(row.id),
    openedAt: Number(row.openedAt),
    source: {
      key: row.deviceId === null ? `l${row.id}` : `d${row.deviceId}-${row.unitId}`,
      unitId: Number(row.unitId),
      // Only the doors' own statements write kinds and channels.
      kind: String(row.kind) as DoorKind,
      channel: String(row.channel) as Channel,
      device: row.device === null ? null : String(row.device),
      desk: row.desk === null ? null : String(row.desk),
      door: String(row.code),
    },
  }))
}
