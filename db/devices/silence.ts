import 'server-only'
import { and, eq, inArray, isNull, lt } from 'drizzle-orm'
import { administersEverything, type Scope, unitsFor } from '@/domain/access'
import { readSilence, usualSilence } from '@/domain/device'
import { ok, type Result, refused } from '@/domain/problem'
import { doneBy, writeWithAudit } from '../audit/log'
import { database } from '../client'
import { devices } from '../schema/doors'
import { units } from '../schema/units'
import { putSetting, readSetting } from '../settings'

const setting = 'device-silence-hours'

/** After so many hours without a word a device stands out; one number for the installation. */
export async function getSilenceHours(): Promise<number> {
  return readSilence(await readSetting(setting)) ?? usualSilence
}

/** Devices that stand out, the longest silent first, without those that were revoked. */
export async function listSilentDevices(
  scope: Scope,
  now: number,
): Promise<{ id: number; name: string; unit: string; lastSeenAt: number }[]> {
  const before = now - (await getSilenceHours()) * 3600_000
  return database()
    .select({
      id: devices.id,
      name: devices.name,
      unit: units.name,
      lastSeenAt: devices.lastSeenAt,
    })
    .from(devices)
    .innerJoin(units, eq(units.id, devices.unitId))
    .where(
      and(
        inArray(devices.unitId, [...unitsFor(scope, 'administration')]),
        isNull(devices.revokedAt),
        lt(devices.lastSeenAt, before),
      ),
    )
    .orderBy(devices.lastSeenAt, devices.id)
}

/** One number holds for all: only who administers every unit may set it. */
export async function setSilenceHours(
  scope: Scope,
  typed: string | null,
  now: number,
): Promise<Result<null, 'not-found' | 'not-hours'>> {
  if (!administersEverything(scope)) return refused({ code: 'not-found' })
  const hours = readSilence(typed)
  if (hours === undefined) return refused({ code: 'not-hours', field: 'hours' })
  await writeWithAudit(
    [putSetting(setting, String(hours))],
    doneBy(scope, { action: 'device-silence-set', detail: { hours } }),
    now,
  )
  return ok(null)
}
