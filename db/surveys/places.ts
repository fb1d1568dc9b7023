import 'server-only'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Channel } from '@/domain/door'
import { comparePlaces } from '@/domain/name-order'
import { isOpenAt } from '@/domain/opening'
import { database } from '../client'
import { deviceSurveys, devices, doors } from '../schema/doors'
import { desks, units } from '../schema/units'

/** A link or QR code of the person's units that leads to a survey. */
export type ManagedLink = Readonly<{
  code: string
  channel: Channel
  unit: string
  desk: string | null
  isOpen: boolean
}>

export type ManagedTablet = Readonly<{ id: number; name: string; unit: string; desk: string }>

/** Within reach, by unit and desk. */
export async function listLinks(
  surveyId: number,
  reach: readonly number[],
  now: number,
): Promise<ManagedLink[]> {
  const rows = await database()
    .select({ door: doors, unit: units.name, desk: desks.label, deskCode: desks.code })
    .from(doors)
    .innerJoin(units, eq(units.id, doors.unitId))
    .leftJoin(desks, eq(desks.id, doors.deskId))
    .where(
      and(eq(doors.surveyId, surveyId), eq(doors.kind, 'link'), inArray(doors.unitId, [...reach])),
    )
    .orderBy(doors.id)
  return rows.toSorted(comparePlaces).map(({ door, unit, desk }) => ({
    code: door.code,
    channel: door.channel,
    unit,
    desk,
    isOpen: isOpenAt([door], now),
  }))
}

/** Those within reach that show the survey now, by unit and desk. */
export async function listTablets(
  surveyId: number,
  reach: readonly number[],
): Promise<ManagedTablet[]> {
  const rows = await database()
    .select({
      id: devices.id,
      name: devices.name,
      unit: units.name,
      desk: desks.label,
      deskCode: desks.code,
    })
    .from(deviceSurveys)
    .innerJoin(devices, eq(devices.id, deviceSurveys.deviceId))
    .innerJoin(units, eq(units.id, devices.unitId))
    .innerJoin(desks, eq(desks.id, devices.deskId))
    .where(
      and(
        eq(deviceSurveys.surveyId, surveyId),
        isNull(devices.revokedAt),
        inArray(devices.unitId, [...reach]),
      ),
    )
    .orderBy(devices.id)
  return rows.toSorted(comparePlaces).map(({ deskCode: _, ...tablet }) => tablet)
}
