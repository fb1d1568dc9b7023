import 'server-only'
import { eq } from 'drizzle-orm'
import type { EnrolmentRequest } from '@/domain/enrolment'
import { ok, type Result, refused } from '@/domain/problem'
import type { AuditEvent } from '../audit/event'
import { writeWithAudit } from '../audit/log'
import { database } from '../client'
import { isRefusedAs } from '../refused-change'
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
  request: EnrolmentRequest,
  now: number,
): Promise<Result<Enrolled, 'unknown-code'>> {
  const { code, previous } = request
  const made = await getLiveCode(code, now)
  if (!made) return refused({ code: 'unknown-code', field: 'code' })
  const known = previous === null ? null : await getMovable(previous, made)
  const credential = makeCredential()
  const hash = hashSecret(credential)
  const deviceId = known?.id ?? (await nextId())
  const change = [
    ...(known ? moveDevice(deviceId, made, now) : [addDevice(deviceId, made, now)]),
    addCredential({ hash, codeHash: made.codeHash, deviceId }, now),
    ...(await openDoors(made, hash, now)),
  ]
  const action = known ? 'device-enrolled-again' : 'device-enrolled'
  try {
    await writeWithAudit(change, eventOf(action, made, deviceId), now)
  } catch (error) {
    if (isRefusedAs(error, /UNIQUE.*device_credentials\.code_hash/)) {
      return refused({ code: 'unknown-code', field: 'code' })
    }
    // Another tablet got the number meanwhile.
    if (isRefusedAs(error, /UNIQUE.*devices\.id/)) return enrolDevice(request, now)
    throw error
  }
  forgetSenders()
  return ok({ deviceId, credential })
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

/** Known before the device is written, so that the event can name it. */
async function nextId(): Promise<number> {
  const { rows } = await database().$client.execute('select max(id) from devices')
  return Number(rows[0]?.[0] ?? 0) + 1
}

const eventOf = (
  action: 'device-enrolled' | 'device-enrolled-again',
  { unitId, deskId, madeBy }: LiveCode,
  device: number,
): AuditEvent => ({ actorId: madeBy, actor: 'user', action, unitId, detail: { deskId, device } })
