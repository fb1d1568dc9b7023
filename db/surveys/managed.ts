import 'server-only'
import { eq } from 'drizzle-orm'
import { type Scope, unitsFor } from '@/domain/access'
import { isOpenAt } from '@/domain/opening'
import { database } from '../client'
import { surveys } from '../schema/surveys'
import { listLinks, listTablets, type ManagedLink, type ManagedTablet } from './places'
import { listVersions, type StoredVersion } from './surveys'

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
  tablets: readonly ManagedTablet[]
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

async function toManaged(
  scope: Scope,
  survey: typeof surveys.$inferSelect,
  now: number,
): Promise<ManagedSurvey | null> {
  const versions = await listVersions(survey.code)
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
