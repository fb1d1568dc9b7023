import 'server-only'
import { eq } from 'drizzle-orm'
import type { Opening } from '@/domain/opening'
import { type Database, database } from './client'
import { doors, surveys } from './schema'

/** A door with the times its survey is open; `openings` holds both, to be judged together. */
export type Door = typeof doors.$inferSelect &
  Readonly<{ surveyCode: string; openings: readonly Opening[] }>

/** Closing a door or a survey takes effect within this time. */
const freshFor = 1000
const largestCache = 1000

type Cached = Readonly<{ door: Door; readAt: number }>
const caches = new WeakMap<Database, Map<string, Cached>>()

/** The door with this public code, or null. May be up to a second old. */
export async function getDoor(code: string): Promise<Door | null> {
  const cache = cacheOf(database())
  const cached = cache.get(code)
  if (cached && Date.now() - cached.readAt < freshFor) return cached.door
  const door = await readDoor(code)
  cache.delete(code)
  if (!door) return null
  if (cache.size >= largestCache) cache.clear()
  cache.set(code, { door, readAt: Date.now() })
  return door
}

function cacheOf(key: Database): Map<string, Cached> {
  const cache = caches.get(key) ?? new Map<string, Cached>()
  caches.set(key, cache)
  return cache
}

async function readDoor(code: string): Promise<Door | null> {
  const [row] = await database()
    .select({ door: doors, survey: surveys })
    .from(doors)
    .innerJoin(surveys, eq(surveys.id, doors.surveyId))
    .where(eq(doors.code, code))
  return row ? { ...row.door, surveyCode: row.survey.code, openings: [row.door, row.survey] } : null
}
