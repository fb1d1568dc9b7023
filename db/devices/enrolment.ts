import 'server-only'
import { LibsqlError } from '@libsql/client'
import { eq } from 'drizzle-orm'
import type { EnrolmentRequest } from '@/domain/enrolment'
import { ok, type Result, refused } from '@/domain/problem'
import type { AuditEvent } from '../audit/event'
import { writeWithAudit } from '../audit/log'
import { database } from '../client'
import { devices } from '../schema/doors'
import { hashSecret, makeCredential } from './credential'
import { forgetSenders, getDeviceOf } from './devices'
import { getLiveCode } from './enrolment-codes'
import { addCredential, addDevice, type LiveCode, moveDevice, openDoors } from './statements'

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

const eventOf = ({ unitId, deskId, madeBy }: LiveCode, deviceId: number | null): AuditEvent => ({
  actorId: madeBy,
  actor: 'user',
  action: deviceId === null ? 'device-enrolled' : 'device-enrolled-again',
  unitId,
  detail: { deskId, device: deviceId },
})

const isUsedUp = (error: unknown) =>
  error instanceof LibsqlError && /device_credentials\.code_hash/.test(error.message)
