import 'server-only'
import type { Channel, Mode, Touchpoint } from '@/domain/door'
import type { Locale } from '@/domain/survey'
import { database } from '../client'

/** What comes in from now on has a higher number. */
export async function lastResponse(): Promise<number> {
  const { rows } = await database().$client.execute('select max(seq) from responses')
  return Number(rows[0]?.[0] ?? 0)
}

/**
 * In the order of the keys, without those that were invalidated meanwhile. The page crosses from the driver as one text:
 * that costs a small share of what as many rows do.
 */
export async function readRows(keys: Float64Array): Promise<Stored[]> {
  const { rows } = await database().$client.execute({
    sql: `select '[' || ifnull(group_concat('[' || json_array(r.version_id, r.desk_id, r.field_id, r.touchpoint, r.channel, r.mode,
        r.locale) || ',' || r.answers || ']'), '') || ']'
      from json_each(?) k cross join responses r on r.seq = k.value
      where r.tallied = 1`,
    args: [JSON.stringify([...keys])],
  })
  return JSON.parse(String(rows[0]?.[0])) as Stored[]
}

/** Only the intake writes these columns, with values it has checked. */
type Stored = readonly [
  place: readonly [
    versionId: number,
    deskId: number | null,
    fieldId: number | null,
    touchpoint: Touchpoint | null,
    channel: Channel,
    mode: Mode,
    locale: Locale,
  ],
  answers: Readonly<Record<string, unknown>>,
]
