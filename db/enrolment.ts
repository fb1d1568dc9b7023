import 'server-only'
import { randomBytes } from 'node:crypto'
import { LibsqlError } from '@libsql/client'
import { eq, inArray } from 'drizzle-orm'
import type { EnrolmentRequest } from '@/domain/enrolment'
import { ok, type Result, refused } from '@/domain/problem'
import { type AuditEvent, writeWithAudit } from './audit'
import { database, type Statement } from './client'
import { hashSecret, makeCredential } from './credential'
import { forgetSenders, getDeviceOf } from './devices'
import { getLiveCode } from './enrolment-codes'
import { devices, type enrolmentCodes } from './schema/doors'
import { surveys } from './schema/surveys'

export type Enrolled = Readonly<{ deviceId: number; credential: string }>

/**
 * Makes the tablet that shows a one-time code a device at the code's desk. One that shows a credential it had before,
 * revoked or not, stays the same device: what its earlier doors collected may still be sent with the new credential,
 * and the old one ends. Its doors are new in any case, because a door's unit and desk never change.
 */
export async function enrolDevice(
  { code, previous }: EnrolmentRequest,
  now: number,
): Promise<Result<Enrolled, 'unknown-code'>> {
  const made = await getLiveCode(code, now)
  if (!made) return refused({ code: 'unknown-code', field: 'code' })
  const known = previous === null ? null : await getMovable(previous, made)
  const credential = makeCredential()
  const hash = hashSecret(credential)
  const change = [
    ...(known ? moveDevice(known.id, made, now) : [addDevice(made, now)]),
    addCredential({ hash, codeHash: made.codeHash, deviceId: known?.id ?? null }, now),
    ...(await openDoors(made, hash, now)),
  ]
  try {
    await writeWithAudit(change, eventOf(made, known?.id ?? null), now)
  } catch (error) {
    if (isUsedUp(error)) return refused({ code: 'unknown-code', field: 'code' })
    throw error
  }
  forgetSenders()
  const device = await getDeviceOf(credential)
  if (!device) throw new Error('the enrolled device vanished')
  return ok({ deviceId: device.id, credential })
}

/**
 * The device that this credential belongs or belonged to. One that was revoked comes back only where it was revoked:
 * an official of another unit cannot hand out again what this unit took away, and gets a new device instead.
 */
async function getMovable(credential: string, { unitId }: LiveCode) {
  const device = await getDeviceOf(credential)
  if (!device) return null
  const [row] = await database()
    .select({ unitId: devices.unitId, revokedAt: devices.revokedAt })
    .from(devices)
    .where(eq(devices.id, device.id))
  return row && (row.revokedAt === null || row.unitId === unitId) ? device : null
}

type LiveCode = typeof enrolmentCodes.$inferSelect

const addDevice = ({ unitId, deskId, name }: LiveCode, now: number): Statement => ({
  sql: `insert into devices (unit_id, desk_id, name, enrolled_at, last_seen_at) values (?, ?, ?, ?, ?)`,
  args: [unitId, deskId, name, now, now],
})

/** Earlier doors take only what was answered before; clocks may differ by this much. */
const farewell = 15 * 60_000

const moveDevice = (
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

/** Directly after the device itself: its number is the row made last. A second use of the code fails here, all of it. */
const addCredential = (
  { hash, codeHash, deviceId }: { hash: string; codeHash: string; deviceId: number | null },
  now: number,
): Statement => ({
  sql: `insert into device_credentials (hash, device_id, code_hash, started_at)
    values (?, coalesce(?, last_insert_rowid()), ?, ?)`,
  args: [hash, deviceId, codeHash, now],
})

async function openDoors(
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

const eventOf = ({ unitId, deskId, madeBy }: LiveCode, deviceId: number | null): AuditEvent => ({
  actorId: madeBy,
  actor: 'user',
  action: deviceId === null ? 'device-enrolled' : 'device-enrolled-again',
  unitId,
  detail: { deskId, device: deviceId },
})

const isUsedUp = (error: unknown) =>
  error instanceof LibsqlError && /device_credentials\.code_hash/.test(error.message)
