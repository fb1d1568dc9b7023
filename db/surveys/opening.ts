import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { administersEverything, type Scope, unitsFor } from '@/domain/access'
import { localDay, shiftDay, startOfDay } from '@/domain/period'
import { ok, type Result, refused } from '@/domain/problem'
import { hasEnded, type Unit } from '@/domain/unit'
import { doneBy, writeWithAudit } from '../audit/log'
import { database } from '../client'
import { doors } from '../schema/doors'
import { surveys } from '../schema/surveys'
import { desks, units } from '../schema/units'

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
  await writeWithAudit([change], doneBy(scope, { action, detail: { survey: code } }), now)
  return ok(null)
}

/**
 * Opens or closes one link or QR code of a unit that the person administers; where unit or survey is given, only one of
 * these. None is opened for a unit or a desk that is no more.
 */
export async function setLinkOpen(
  scope: Scope,
  code: string,
  isOpen: boolean,
  now: number,
  of: Readonly<{ unit?: string; survey?: string }> = {},
): Promise<Result<null, 'not-found' | 'unit-ended' | 'desk-closed'>> {
  const reach = [...unitsFor(scope, 'administration')]
  const [found] = await database()
    .select({ door: doors, unit: units, deskClosedAt: desks.closedAt })
    .from(doors)
    .innerJoin(units, eq(units.id, doors.unitId))
    .leftJoin(desks, eq(desks.id, doors.deskId))
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
  const { door, unit, deskClosedAt } = found
  if (isOpen && hasEnded(unit, localDay(now))) return refused({ code: 'unit-ended' })
  if (isOpen && deskClosedAt !== null) return refused({ code: 'desk-closed' })
  const isShut = door.closedAt !== null && door.closedAt <= now
  const closing = closingOf(unit)
  if (isOpen ? door.closedAt === closing : isShut) return ok(null)
  const change = database()
    .update(doors)
    .set({ closedAt: isOpen ? closing : now })
    .where(eq(doors.id, door.id))
  const action = isOpen ? ('link-opened' as const) : ('link-closed' as const)
  await writeWithAudit(
    [change],
    doneBy(scope, { action, unitId: door.unitId, detail: { link: code } }),
    now,
  )
  return ok(null)
}

/** When the links of a unit close by themselves: with the last day of one that merges into another. */
const closingOf = ({ successorId, validTo }: Unit): number | null =>
  successorId !== null && validTo !== null ? startOfDay(shiftDay(validTo, 1)) : null
