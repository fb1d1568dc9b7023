import type { Question, ScaleQuestion, SurveyDefinition } from './survey'

/** A version as far as pooling is concerned; `rowId` is the key of its numbers. */
export type Edition = Readonly<{ rowId: number; definition: SurveyDefinition }>

/** Where one question's numbers lie: in each version of its series, under the id it has there. */
export type Series = Readonly<{
  key: string
  members: readonly Readonly<{ versionId: number; questionId: string }>[]
}>

/** The question from which the total comes. Every survey has one. */
export function overallQuestion(definition: SurveyDefinition): ScaleQuestion {
  const overall = definition.questions.find(isOverall)
  if (!overall) throw new Error(`survey ${definition.code} has no overall question`)
  return overall
}

/** The newest version with numbers in the period, else the newest of all. Versions stand oldest first. */
export function newestEdition<T extends Edition>(
  editions: readonly T[],
  present: ReadonlySet<number>,
): T {
  const newest = editions.findLast(({ rowId }) => present.has(rowId)) ?? editions.at(-1)
  if (!newest) throw new Error('a survey without versions')
  return newest
}

/** The versions whose question kept its series key: only they are pooled. */
export function seriesOf(editions: readonly Edition[], question: Question): Series {
  const key = question.seriesKey
  const members = editions.flatMap(({ rowId, definition }) =>
    definition.questions
      .filter((one) => one.seriesKey === key && one.type === question.type)
      .map(({ id }) => ({ versionId: rowId, questionId: id })),
  )
  return { key, members }
}

/** The series of the overall question, oldest first. */
export function overallSeries(editions: readonly Edition[]): Series[] {
  const series = editions.map(({ definition }) => seriesOf(editions, overallQuestion(definition)))
  return series.filter(({ key }, index) => series.findIndex((one) => one.key === key) === index)
}

export const isMember = (series: Series, versionId: number, questionId?: string): boolean =>
  series.members.some(
    (one) =>
      one.versionId === versionId && (questionId === undefined || one.questionId === questionId),
  )

function isOverall(question: Question): question is ScaleQuestion {
  return question.role === 'overall' && question.type === 'scale5'
}
