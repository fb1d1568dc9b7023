import 'server-only'
import { eq } from 'drizzle-orm'
import type { Opening } from '@/domain/opening'
import { database } from './client'
import { remembered } from './remembered'
import { doors, surveys } from './schema'

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
