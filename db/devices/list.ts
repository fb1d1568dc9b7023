import 'server-only'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { type Scope, unitsFor } from '@/domain/access'
import { comparePlaces } from '@/domain/name-order'
import { ok, type Result, refused } from '@/domain/problem'
import { doneBy, writeWithAudit } from '../audit/log'
import { database } from '../client'
import { deviceSurveys, devices } from '../schema/doors'
import { surveys } from '../schema/surveys'
import { desks, units } from '../schema/units'
import { forgetSenders } from './devices'

/** A device as the staff's page shows it. */
export type ListedDevice = typeof devices.$inferSelect &
  Readonly<{ unit: string; desk: string; surveyCodes: readonly string[] }>

/** The devices of the units that the person administers, revoked ones too, by unit and desk. */
export const listDevices = (scope: Scope): Promise<ListedDevice[]> => read(scope)

/** One of them, or null for an unknown one and for one of another unit. */
export async function getDevice(scope: Scope, id: number): Promise<ListedDevice | null> {
  // Out of an address; anything but a whole number would be refused by the driver.
  return Number.isSafeInteger(id) ? ((await read(scope, id))[0] ?? null) : null
}

/** Ends what the device may do, from the next request on. Revoking again changes nothing. */
export async function revokeDevice(
  scope: Scope,
  id: number,
  now: number,
): Promise<Result<null, 'not-found'>> {
  const device = await getDevice(scope, id)
  if (!device) return refused({ code: 'not-found' })
  if (device.revokedAt !== null) return ok(null)
  const isValid = and(eq(devices.id, id), isNull(devices.revokedAt))
  await writeWithAudit(
    [database().update(devices).set({ revokedAt: now }).where(isValid)],
    doneBy(scope, { action: 'device-revoked', unitId: device.unitId, detail: { device: id } }),
    now,
  )
  forgetSenders()
  return ok(null)
}

async function read(scope: Scope, id?: number): Promise<ListedDevice[]> {
  const reach = inArray(devices.unitId, [...unitsFor(scope, 'administration')])
  const rows = await database()
    .select({ device: devices, unit: units.name, desk: desks.label, deskCode: desks.code })
    .from(devices)
    .innerJoin(units, eq(units.id, devices.unitId))
    .innerJoin(desks, eq(desks.id, devices.deskId))
    .where(id === undefined ? reach : and(reach, eq(devices.id, id)))
    .orderBy(devices.id)
  const shown = await surveysOf(rows.map(({ device }) => device.id))
  return rows.toSorted(comparePlaces).map(({ device, unit, desk }) => ({
    ...device,
    unit,
    desk,
    surveyCodes: shown.get(device.id) ?? [],
  }))
}

/** The codes of the surveys that each device shows. */
async function surveysOf(ids: readonly number[]): Promise<ReadonlyMap<number, string[]>> {
  const rows = await database()
    .select({ deviceId: deviceSurveys.deviceId, code: surveys.code })
    .from(deviceSurveys)
    .innerJoin(surveys, eq(surveys.id, deviceSurveys.surveyId))
    .where(inArray(deviceSurveys.deviceId, [...ids]))
    .orderBy(deviceSurveys.position)
  const byDevice = new Map<number, string[]>()
  for (const { deviceId, code } of rows) {
    byDevice.set(deviceId, [...(byDevice.get(deviceId) ?? []), code])
  }
  return byDevice
}
