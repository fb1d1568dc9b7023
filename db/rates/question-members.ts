import 'server-only'
import { type Edition, type Series, seriesOf } from '@/domain/series'
import type { FactorId, ScaleQuestion, SurveyDefinition } from '@/domain/survey'
import { type SummedCell, sumCells } from '../tallies/cells'
import type { RatesContext } from './context'

export type Asked = Readonly<{ question: ScaleQuestion; series: Series }>

/** Which of the rows a question of some version counts in, by `memberKey`. */
export type Members = ReadonlyMap<string, ScaleQuestion>

/** Names a question of one version. */
export const memberKey = (versionId: number, questionId: string) => `${versionId} ${questionId}`

/** The scale questions of a version, each with the series that it continues. */
export const askedIn = (definition: SurveyDefinition, editions: readonly Edition[]): Asked[] =>
  definition.questions.flatMap((question) =>
    question.type === 'scale5' ? [{ question, series: seriesOf(editions, question) }] : [],
  )

/** Which of these questions each question of a series is, whichever version asked it. */
export const membersOf = (asked: readonly Asked[]): Members =>
  new Map(
    asked.flatMap(({ question, series }) =>
      series.members.map((one) => [memberKey(one.versionId, one.questionId), question]),
    ),
  )

/** Answers to the five-level questions of every version, in the unit and under it. */
export function readScales(context: RatesContext): Promise<SummedCell[]> {
  const { under, halfMonths } = context
  return sumCells({ ...scalesOf(context), unitIds: under, halfMonths, slices: ['question'] })
}

/** Two versions ask the same of a factor where these are the same; '' where they do not ask of it. */
export const keysOf = (definition: SurveyDefinition, factor: FactorId): string =>
  definition.questions
    .filter((question) => question.type === 'scale5' && question.factor === factor)
    .map((question) => question.seriesKey)
    .sort()
    .join(' ')

/** The versions whose factor asks the same as the newest one's. */
export const versionsOfFactor = (
  { versions }: RatesContext,
  newest: SurveyDefinition,
  factor: FactorId,
): Set<number> =>
  new Set(
    versions
      .filter(({ definition }) => keysOf(definition, factor) === keysOf(newest, factor))
      .map(({ rowId }) => rowId),
  )

/** The scale items of all versions. */
export function scalesOf({ versions }: RatesContext) {
  const questions = versions.flatMap(({ definition }) => definition.questions)
  const items = questions.filter(({ type }) => type === 'scale5').map(({ id }) => id)
  return { versionIds: versions.map(({ rowId }) => rowId), items }
}
