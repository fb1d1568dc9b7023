import 'server-only'
import { and, desc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import { isOpenAt } from '@/domain/opening'
import { ok, type Result, refused } from '@/domain/problem'
import type { SurveyVersion } from '@/domain/survey'
import { type Database, database } from './client'
import { type Door, getDoor } from './doors'
import { surveyVersions } from './schema'

/** A version as stored: `id` is public, `rowId` and `surveyId` are keys of the database. */
export type StoredVersion = SurveyVersion &
  Readonly<{ rowId: number; surveyId: number; publishedAt: number; closedAt: number | null }>

export type PublishedSurvey = Readonly<{ door: Door; version: StoredVersion }>

/**
 * What a citizen at this door is asked now: the newest open version of the door's survey.
 * A device's door is for its device alone and is answered as unknown.
 */
export async function getPublishedSurvey(
  doorCode: string,
  now: number,
): Promise<Result<PublishedSurvey, 'unknown-door' | 'closed'>> {
  const door = await getDoor(doorCode)
  if (!door || door.kind === 'device') return refused({ code: 'unknown-door' })
  if (!isOpenAt(door.openings, now)) return refused({ code: 'closed' })
  const [row] = await database()
    .select({ publicId: surveyVersions.publicId })
    .from(surveyVersions)
    .where(
      and(
        eq(surveyVersions.surveyId, door.surveyId),
        lte(surveyVersions.publishedAt, now),
        or(isNull(surveyVersions.closedAt), gt(surveyVersions.closedAt, now)),
      ),
    )
    .orderBy(desc(surveyVersions.number))
    .limit(1)
  const version = row && (await getVersion(row.publicId))
  return version ? ok({ door, version }) : refused({ code: 'closed' })
}

const freshFor = 1000
type Cached = Readonly<{ version: StoredVersion; readAt: number }>
const caches = new WeakMap<Database, Map<string, Cached>>()

/** The version with this public id, or null. Immutable but for `closedAt`, which may be a second old. */
export async function getVersion(publicId: string): Promise<StoredVersion | null> {
  const cache = caches.get(database()) ?? new Map<string, Cached>()
  caches.set(database(), cache)
  const cached = cache.get(publicId)
  if (cached && Date.now() - cached.readAt < freshFor) return cached.version
  const [row] = await database()
    .select()
    .from(surveyVersions)
    .where(eq(surveyVersions.publicId, publicId))
  if (!row) return null
  const version = toStoredVersion(row)
  if (cache.size >= 100) cache.clear()
  cache.set(publicId, { version, readAt: Date.now() })
  return version
}

/** Every version of a survey, oldest first. */
export async function listVersions(surveyId: number): Promise<StoredVersion[]> {
  const rows = await database()
    .select()
    .from(surveyVersions)
    .where(eq(surveyVersions.surveyId, surveyId))
    .orderBy(surveyVersions.number)
  return rows.map(toStoredVersion)
}

const toStoredVersion = (row: typeof surveyVersions.$inferSelect): StoredVersion => ({
  id: row.publicId,
  number: row.number,
  definition: row.definition,
  rowId: row.id,
  surveyId: row.surveyId,
  publishedAt: row.publishedAt,
  closedAt: row.closedAt,
})
