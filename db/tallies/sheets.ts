import 'server-only'
import { and, eq, gte, inArray, lte } from 'drizzle-orm'
import type { Channel } from '@/domain/door'
import type { Period } from '@/domain/period'
import type { Levels } from '@/domain/rate'
import { tidy } from '@/domain/tidy-text'
import { database, type Statement } from '../client'
import { tallySheets } from '../schema/statistics'
import { surveyVersions } from '../schema/surveys'

/** An office's hand-counted totals, or published counts of the past. */
export type TallySheet = Readonly<{
  id: number
  versionId: number
  questionId: string
  unitId: number
  channel: Channel
  period: Period
  levels: Levels
  handedOut: number | null
  returned: number | null
  invalid: number | null
  publishedScore: string | null
  source: string
}>

/** Where people would be counted twice, whichever version of the survey they answered. */
export type SheetPlace = Pick<TallySheet, 'questionId' | 'unitId' | 'channel'> &
  Readonly<{ surveyId: number }>
export type NewSheet = Omit<TallySheet, 'id'>

/** Every sheet of these versions and units, in order of time. */
export async function listSheetsOf(
  versionIds: readonly number[],
  unitIds: readonly number[],
): Promise<TallySheet[]> {
  const rows = await database()
    .select()
    .from(tallySheets)
    .where(inArray(tallySheets.versionId, [...versionIds]))
    .orderBy(tallySheets.fromOn, tallySheets.id)
  const wanted = new Set(unitIds)
  return rows.filter((row) => wanted.has(row.unitId)).map(toSheet)
}

/** A sheet already there for the same place and an overlapping time; the two would count people twice. */
export async function getOverlappingSheet(
  place: SheetPlace,
  period: Period,
): Promise<TallySheet | null> {
  const [row] = await database()
    .select({ sheet: tallySheets })
    .from(tallySheets)
    .innerJoin(surveyVersions, eq(surveyVersions.id, tallySheets.versionId))
    .where(
      and(
        eq(tallySheets.unitId, place.unitId),
        eq(surveyVersions.surveyId, place.surveyId),
        eq(tallySheets.questionId, place.questionId),
        eq(tallySheets.channel, place.channel),
        lte(tallySheets.fromOn, period.to),
        gte(tallySheets.toOn, period.from),
      ),
    )
    .orderBy(tallySheets.fromOn)
    .limit(1)
  return row ? toSheet(row.sheet) : null
}

export function sheetStatement(sheet: NewSheet, createdAt: number): Statement {
  const { levels, period, source, ...rest } = sheet
  const [n1, n2, n3, n4, n5] = levels
  const { from: fromOn, to: toOn } = period
  return database()
    .insert(tallySheets)
    .values({ ...rest, source: tidy(source), fromOn, toOn, n1, n2, n3, n4, n5, createdAt })
}

function toSheet(row: typeof tallySheets.$inferSelect): TallySheet {
  const { n1, n2, n3, n4, n5, fromOn, toOn, createdAt: _, ...rest } = row
  return { ...rest, period: { from: fromOn, to: toOn }, levels: [n1, n2, n3, n4, n5] }
}
