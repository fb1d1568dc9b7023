import 'server-only'
import { randomBytes } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import { database, type Statement } from '../client'
import { deviceCredentials, devices, type enrolmentCodes } from '../schema/doors'
import { surveys } from '../schema/surveys'

export type LiveCode = typeof enrolmentCodes.$inferSelect

/** A tablet that was no device before. */
export const addDevice = (id: number, { unitId, deskId, name }: LiveCode, now: number): Statement =>
  database().insert(devices).values({ id, unitId, deskId, name, enrolledAt: now, lastSeenAt: now })

/** Earlier doors take only what was answered before; clocks may differ by this much. */
const farewell = 15 * 60_000

/** A known one at another desk: its earlier doors and credentials end. */
export const moveDevice = (
  id: number,
  { unitId, deskId, name }: LiveCode,
  now: number,
): readonly Statement[] => [
  {
    sql: `update devices set unit_id = ?, desk_id = ?, name = ?, enrolled_at = ?, last_seen_at = ?,
        revoked_at = null
      where id = ?`,
    args: [unitId, deskId, name, now, now, id],
  },
  {
    sql: 'update device_credentials set ended_at = ? where device_id = ? and ended_at is null',
    args: [now, id],
  },
  { sql: 'delete from device_surveys where device_id = ?', args: [id] },
  {
    sql: 'update doors set closed_at = ? where device_id = ? and closed_at is null',
    args: [now + farewell, id],
  },
]

/** A second use of the code fails here, all of it. */
export const addCredential = (
  credential: Pick<typeof deviceCredentials.$inferInsert, 'hash' | 'codeHash' | 'deviceId'>,
  now: number,
): Statement =>
  database()
    .insert(deviceCredentials)
    .values({ ...credential, startedAt: now })

/** A door for every survey of the code, at its desk. */
export async function openDoors(
  { surveyIds, unitId, deskId }: LiveCode,
  hash: string,
  now: number,
): Promise<Statement[]> {
  const rows = await database()
    .select({ id: surveys.id, code: surveys.code })
    .from(surveys)
    .where(inArray(surveys.id, [...surveyIds]))
  const codes = new Map(rows.map(({ id, code }) => [id, code]))
  return surveyIds.flatMap((surveyId, position) => {
    const doorCode = `${codes.get(surveyId)}.${randomBytes(9).toString('base64url')}`
    return [
      {
        sql: `insert into doors (code, kind, channel, survey_id, unit_id, desk_id, device_id, opened_at)
          select ?, 'device', 'kiosk', ?, ?, ?, device_id, ? from device_credentials where hash = ?`,
        args: [doorCode, surveyId, unitId, deskId, now, hash],
      },
      {
        sql: `insert into device_surveys (device_id, survey_id, door_id, position)
          select device_id, survey_id, id, ? from doors where code = ?`,
        args: [position, doorCode],
      },
    ]
  })
}
