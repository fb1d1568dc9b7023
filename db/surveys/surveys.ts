import 'server-only'
import { and, desc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import { isOpenAt } from '@/domain/opening'
import { ok, type Result, refused } from '@/domain/problem'
import type { SurveyDefinition, SurveyVersion, Text } from '@/domain/survey'
import { database } from '../client'
import { KeptWhole } from '../kept-whole'
import { remembered } from '../remembered'
import { surveys, surveyVersions } from '../schema/surveys'
import { type Door, getDoor } from './doors'

/** A version as stored: `id` is public, `rowId` and `surveyId` are keys of the database. */
export type StoredVersion = SurveyVersion &
  Readonly<{ rowId: number; surveyId: number; publishedAt: number; closedAt: number | null }>

export type PublishedSurvey = Readonly<{ door: Door; version: StoredVersion }>

/**
 * What a citizen at this door is asked now: the newest open version of the door's survey.
 * Doors of devices, invitations and paper open in other ways and are answered as unknown.
 */
export async function getPublishedSurvey(
  doorCode: string,
  now: number,
): Promise<Result<PublishedSurvey, 'unknown-door' | 'closed'>> {
  const door = await getDoor(doorCode)
  if (door?.kind !== 'link') return refused({ code: 'unknown-door' })
  if (!isOpenAt(door.openings, now)) return refused({ code: 'closed' })
  const version = await getOpenVersion(door.surveyId, now)
  return version ? ok({ door, version }) : refused({ code: 'closed' })
}

/** The newest version of a survey that may be answered at this instant, or null. */
export async function getOpenVersion(surveyId: number, now: number): Promise<StoredVersion | null> {
  const [row] = await database()
    .select({ publicId: surveyVersions.publicId })
    .from(surveyVersions)
    .where(
      and(
        eq(surveyVersions.surveyId, surveyId),
        lte(surveyVersions.publishedAt, now),
        or(isNull(surveyVersions.closedAt), gt(surveyVersions.closedAt, now)),
      ),
    )
    .orderBy(desc(surveyVersions.number))
    .limit(1)
  return row ? await getVersion(row.publicId) : null
}

/** The version with this public id, or null. Immutable but for `closedAt`, which may be a second old. */
export const getVersion = remembered({ freshFor: 1000, most: 100 }, readVersion)

/** Every version of the survey with this code, oldest first; none where there is no such survey. */
export async function listVersions(surveyCode: string): Promise<StoredVersion[]> {
  const rows = await database()
    .select({ version: surveyVersions })
    .from(surveyVersions)
    .innerJoin(surveys, eq(surveys.id, surveyVersions.surveyId))
    .where(eq(surveys.code, surveyCode))
    .orderBy(surveyVersions.number)
  return rows.map(({ version }) => toStoredVersion(version))
}

/** Every survey with the title of its newest version, in the order in which they were made. */
export const listSurveys = (): Promise<readonly Titled[]> => known.value('', [], readSurveys)

type Titled = Readonly<{ code: string; title: Text }>
const known = new KeptWhole<readonly Titled[]>('surveys')

async function readSurveys(): Promise<Titled[]> {
  const rows = await database()
    .select({ code: surveys.code, definition: surveyVersions.definition })
    .from(surveys)
    .innerJoin(surveyVersions, eq(surveyVersions.surveyId, surveys.id))
    .orderBy(surveys.id, surveyVersions.number)
  const titles = new Map(rows.map(({ code, definition }) => [code, definition.title]))
  return [...titles].map(([code, title]) => ({ code, title }))
}

async function readVersion(publicId: string): Promise<StoredVersion | null> {
  const rows = await database()
    .select()
    .from(surveyVersions)
    .where(eq(surveyVersions.publicId, publicId))
  return rows.map(toStoredVersion)[0] ?? null
}

const toStoredVersion = ({
  id: rowId,
  publicId: id,
  ...row
}: typeof surveyVersions.$inferSelect): StoredVersion => ({ ...row, id, rowId })

/** What these versions ask, by their key in the database. */
export async function listDefinitions(
  rowIds: readonly number[],
): Promise<ReadonlyMap<number, SurveyDefinition>> {
  const rows = await database()
    .select({ id: surveyVersions.id, definition: surveyVersions.definition })
    .from(surveyVersions)
    .where(inArray(surveyVersions.id, [...new Set(rowIds)]))
  return new Map(rows.map(({ id, definition }) => [id, definition]))
}
