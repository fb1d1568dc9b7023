import 'server-only'
import { eq } from 'drizzle-orm'
import type { DeviceReport } from '@/domain/device-report'
import { shared } from '@/lib/shared'
import { database, write } from '../client'
import { remembered } from '../remembered'
import { deviceCredentials, devices } from '../schema/doors'
import { hashSecret } from './credential'

/** The device that holds a credential; `isRevoked` also where the credential was replaced by a newer one. */
export type HeldDevice = Readonly<{ id: number; lastSeenAt: number; isRevoked: boolean }>

/** Whose credential this is, or null for nobody's. */
export const getDeviceOf = (credential: string): Promise<HeldDevice | null> =>
  readHolder(hashSecret(credential))

/**
 * The same for every response that comes in: from memory for a second, unless a device has been revoked or enrolled
 * meanwhile. What was done in this process holds from the next request on.
 */
export const getSenderOf = (credential: string): Promise<HeldDevice | null> =>
  rememberedHolder(`${changes.n} ${hashSecret(credential)}`)

/** To be called after a change of what credentials allow. */
export function forgetSenders(): void {
  changes.n += 1
}

const changes = shared('changes of devices', () => ({ n: 0 }))

const rememberedHolder = remembered({ freshFor: 1000, most: 1000 }, (key) =>
  readHolder(key.slice(key.indexOf(' ') + 1)),
)

async function readHolder(hash: string): Promise<HeldDevice | null> {
  const [row] = await database()
    .select({
      id: devices.id,
      lastSeenAt: devices.lastSeenAt,
      revokedAt: devices.revokedAt,
      endedAt: deviceCredentials.endedAt,
    })
    .from(deviceCredentials)
    .innerJoin(devices, eq(devices.id, deviceCredentials.deviceId))
    .where(eq(deviceCredentials.hash, hash))
  if (!row) return null
  const { id, lastSeenAt, revokedAt, endedAt } = row
  return { id, lastSeenAt, isRevoked: revokedAt !== null || endedAt !== null }
}

/** Being seen is written down no more often than this, unless there is a report. */
const seenEvery = 60_000

/** Notes that the device asked for something. */
export async function noteDeviceSeen(device: HeldDevice, now: number): Promise<void> {
  if (now - device.lastSeenAt < seenEvery) return
  const seen = database().update(devices).set({ lastSeenAt: now })
  await write([seen.where(eq(devices.id, device.id))])
}

/** Keeps what the device last told of itself; the instant in it is put on the server's clock. */
export async function recordReport(
  deviceId: number,
  { sentAt, oldestWaitingAt, ...report }: DeviceReport,
  now: number,
): Promise<void> {
  const waitingSince = oldestWaitingAt === null ? null : oldestWaitingAt + (now - sentAt)
  const change = {
    ...report,
    oldestWaitingAt: waitingSince === null ? null : Math.min(waitingSince, now),
    reportedAt: now,
    lastSeenAt: now,
  }
  const told = database().update(devices).set(change).where(eq(devices.id, deviceId))
  await write([told])
}
