import 'server-only'
import { randomBytes } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import { type Scope, unitsFor } from '@/domain/access'
import { codeBytes, codeLifetime, makeCode } from '@/domain/enrolment'
import { localDay } from '@/domain/period'
import { ok, type Result, refused, tooLong } from '@/domain/problem'
import { tidy } from '@/domain/tidy-text'
import { hasEnded } from '@/domain/unit'
import { doneBy, writeWithAudit } from '../audit/log'
import { database } from '../client'
import { enrolmentCodes } from '../schema/doors'
import { surveys } from '../schema/surveys'
import { desks, units } from '../schema/units'
import { hashSecret } from './credential'

export type NewCode = Readonly<{
  deskId: number
  /** Codes of the surveys the tablet will show, in this order. */
  surveyCodes: readonly string[]
  /** What the tablet is called in the list; the desk's label where it is blank. */
  name: string
}>

export type MadeCode = Readonly<{ code: string; expiresAt: number }>

type CodeProblem = 'not-found' | 'unit-ended' | 'desk-closed' | 'no-survey' | 'too-long'

const longestName = 80

/** Codes are worthless after ten minutes; their rows stay a day, so that the page can say what became of one. */
const keptFor = 24 * 60 * 60 * 1000

/** Makes a one-time code for a desk of the person's units. Only its hash is kept: show it now or never. */
export async function makeEnrolmentCode(
  scope: Scope,
  { deskId, surveyCodes, name }: NewCode,
  now: number,
): Promise<Result<MadeCode, CodeProblem>> {
  const isAsked = eq(desks.id, Number.isSafeInteger(deskId) ? deskId : 0)
  const [place] = await database()
    .select({ desk: desks, unit: units })
    .from(desks)
    .innerJoin(units, eq(units.id, desks.unitId))
    .where(isAsked)
  const desk = place?.desk
  if (!desk || !unitsFor(scope, 'administration').has(desk.unitId)) {
    return refused({ code: 'not-found', field: 'desk' })
  }
  if (hasEnded(place.unit, localDay(now))) return refused({ code: 'unit-ended', field: 'desk' })
  if (desk.closedAt !== null) return refused({ code: 'desk-closed', field: 'desk' })
  const surveyIds = await surveyIdsOf(surveyCodes)
  if (surveyIds.length === 0) return refused({ code: 'no-survey', field: 'surveys' })
  const called = tidy(name) || desk.label
  if (called.length > longestName) return tooLong('name', longestName)
  const code = makeCode(randomBytes(codeBytes))
  const row = {
    codeHash: hashSecret(code),
    unitId: desk.unitId,
    deskId,
    surveyIds,
    name: called,
    madeBy: scope.userId,
    madeAt: now,
    expiresAt: now + codeLifetime,
  }
  const sweep = { sql: 'delete from enrolment_codes where expires_at < ?', args: [now - keptFor] }
  await writeWithAudit(
    [sweep, database().insert(enrolmentCodes).values(row)],
    doneBy(scope, {
      action: 'enrolment-code-made',
      unitId: desk.unitId,
      detail: { desk: desk.code, surveys: surveyCodes.join(' ') },
    }),
    now,
  )
  return ok({ code, expiresAt: row.expiresAt })
}

/** Of those that are known. */
async function surveyIdsOf(codes: readonly string[]): Promise<number[]> {
  const rows = await database()
    .select({ id: surveys.id, code: surveys.code })
    .from(surveys)
    .where(inArray(surveys.code, [...codes]))
  const known = new Map(rows.map(({ code, id }) => [code, id]))
  return [...new Set(codes)].flatMap((code) => known.get(code) ?? [])
}
