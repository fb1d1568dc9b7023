import 'server-only'
import { and, eq } from 'drizzle-orm'
import { isOpenAt, type Opening } from '@/domain/opening'
import { database, write } from '../client'
import { remembered } from '../remembered'
import { doors } from '../schema/doors'
import { surveys } from '../schema/surveys'
import { units } from '../schema/units'

/** A door with the times its survey is open; `openings` holds both, to be judged together. */
export type Door = typeof doors.$inferSelect &
  Readonly<{ surveyCode: string; openings: readonly Opening[] }>

/** The door with this public code, or null. Closing it takes effect within a second. */
export const getDoor = remembered({ freshFor: 1000, most: 1000 }, readDoor)

async function readDoor(code: string): Promise<Door | null> {
  const [row] = await database()
    .select({ door: doors, survey: surveys })
    .from(doors)
    .innerJoin(surveys, eq(surveys.id, doors.surveyId))
    .where(eq(doors.code, code))
  return row ? { ...row.door, surveyCode: row.survey.code, openings: [row.door, row.survey] } : null
}

export type NewDoor = Omit<typeof doors.$inferInsert, 'id' | 'surveyId'> &
  Readonly<{ surveyCode: string }>

/** Opens a new way in. A code that is in use stays as it is: a door's unit, desk and channel never change. */
export async function recordDoor({ surveyCode, ...door }: NewDoor): Promise<void> {
  const [survey] = await database()
    .select({ id: surveys.id })
    .from(surveys)
    .where(eq(surveys.code, surveyCode))
  if (!survey) throw new Error(`no survey ${surveyCode}`)
  const made = database()
    .insert(doors)
    .values({ ...door, surveyId: survey.id })
  await write([made.onConflictDoNothing()])
}

/** Codes of the links and QR codes of one unit's survey that are open at this instant. */
export async function listOpenLinks(
  unitCode: string,
  surveyCode: string,
  now: number,
): Promise<string[]> {
  const rows = await database()
    .select({ door: doors, survey: surveys })
    .from(doors)
    .innerJoin(surveys, eq(surveys.id, doors.surveyId))
    .innerJoin(units, eq(units.id, doors.unitId))
    .where(and(eq(units.code, unitCode), eq(surveys.code, surveyCode), eq(doors.kind, 'link')))
    .orderBy(doors.id)
  return rows
    .filter(({ door, survey }) => isOpenAt([door, survey], now))
    .map(({ door }) => door.code)
}
