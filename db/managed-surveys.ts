import 'server-only'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { administersEverything, type Scope, unitsFor } from '@/domain/access'
import type { Channel } from '@/domain/door'
import { comparePlaces } from '@/domain/name-order'
import { isOpenAt } from '@/domain/opening'
import { ok, type Result, refused } from '@/domain/problem'
import { type AuditEvent, writeWithAudit } from './audit'
import { database, type Statement } from './client'
import { deviceSurveys, devices, doors } from './schema/doors'
import { surveys } from './schema/surveys'
import { desks, units } from './schema/units'
import { listVersions, type StoredVersion } from './surveys'

/** A link or QR code of the person's units that leads to a survey. */
export type ManagedLink = Readonly<{
  code: string
  channel: Channel
  unit: string
  desk: string | null
  isOpen: boolean
}>

/** A survey as administrators see it. */
export type ManagedSurvey = Readonly<{
  code: string
  isOpen: boolean
  closedAt: number | null
  /** Oldest first, at least one. */
  versions: readonly StoredVersion[]
  newest: StoredVersion
  links: readonly ManagedLink[]
  /** Tablets in the person's units that show it now. */
  tablets: readonly Readonly<{ id: number; name: string; unit: string; desk: string }>[]
}>

/** Every survey, with what shows it in the units that the person administers; none for anybody else. */
export async function listManagedSurveys(scope: Scope, now: number): Promise<ManagedSurvey[]> {
  if (unitsFor(scope, 'administration').size === 0) return []
  const rows = await database().select().from(surveys).orderBy(surveys.id)
  const all = await Promise.all(rows.map((row) => toManaged(scope, row, now)))
  return all.filter((survey) => survey !== null)
}

/** One of them, or null for an unknown one and for somebody who administers nothing. */
export async function getManagedSurvey(
  scope: Scope,
  code: string,
  now: number,
): Promise<ManagedSurvey | null> {
  if (unitsFor(scope, 'administration').size === 0) return null
  const [row] = await database().select().from(surveys).where(eq(surveys.code, code))
  return row ? toManaged(scope, row, now) : null
}

/** A survey is one for the whole installation: only who administers every unit opens or closes it. */
export async function setSurveyOpen(
  scope: Scope,
  code: string,
  isOpen: boolean,
  now: number,
): Promise<Result<null, 'not-found'>> {
  if (!administersEverything(scope)) return refused({ code: 'not-found' })
  const [survey] = await database().select().from(surveys).where(eq(surveys.code, code))
  if (!survey) return refused({ code: 'not-found' })
  if ((survey.closedAt === null) === isOpen) return ok(null)
  const change = database()
    .update(surveys)
    .set({ closedAt: isOpen ? null : now })
    .where(eq(surveys.id, survey.id))
  const action = isOpen ? ('survey-opened' as const) : ('survey-closed' as const)
  return note(scope, change, { action, detail: { survey: code } }, now)
}

/**
 * Opens or closes one link or QR code of a unit that the person administers; where unit or survey is given, only one of
 * these.
 */
export async function setLinkOpen(
  scope: Scope,
  code: string,
  isOpen: boolean,
  now: number,
  of: Readonly<{ unit?: string; survey?: string }> = {},
): Promise<Result<null, 'not-found'>> {
  const reach = [...unitsFor(scope, 'administration')]
  const [found] = await database()
    .select({ door: doors })
    .from(doors)
    .innerJoin(units, eq(units.id, doors.unitId))
    .innerJoin(surveys, eq(surveys.id, doors.surveyId))
    .where(
      and(
        eq(doors.code, code),
        eq(doors.kind, 'link'),
        inArray(doors.unitId, reach),
        ...(of.unit === undefined ? [] : [eq(units.code, of.unit)]),
        ...(of.survey === undefined ? [] : [eq(surveys.code, of.survey)]),
      ),
    )
  if (!found) return refused({ code: 'not-found' })
  const { door } = found
  // A merger may have set a day on which it closes: closing it is about now, opening it takes that day away.
  const isShut = door.closedAt !== null && door.closedAt <= now
  if (isOpen ? door.closedAt === null : isShut) return ok(null)
  const change = database()
    .update(doors)
    .set({ closedAt: isOpen ? null : now })
    .where(eq(doors.id, door.id))
  const action = isOpen ? ('link-opened' as const) : ('link-closed' as const)
  return note(scope, change, { action, unitId: door.unitId, detail: { link: code } }, now)
}

async function toManaged(
  scope: Scope,
  survey: typeof surveys.$inferSelect,
  now: number,
): Promise<ManagedSurvey | null> {
  const versions = await listVersions(survey.id)
  const newest = versions.at(-1)
  if (!newest) return null
  const { code, closedAt } = survey
  const isOpen = isOpenAt([survey], now)
  const reach = [...unitsFor(scope, 'administration')]
  return {
    code,
    isOpen,
    closedAt,
    versions,
    newest,
    links: await listLinks(survey.id, reach, now),
    tablets: await listTablets(survey.id, reach),
  }
}

async function listLinks(
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

async function listTablets(
  surveyId: number,
  reach: readonly number[],
): Promise<ManagedSurvey['tablets']> {
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

async function note(
  { userId }: Scope,
  change: Statement,
  event: Pick<AuditEvent, 'action' | 'unitId' | 'detail'>,
  now: number,
) {
  await writeWithAudit([change], { ...event, actorId: userId, actor: 'user' }, now)
  return ok(null)
}
