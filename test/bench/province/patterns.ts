import { toStoredComment } from '@/db/comments/intake'
import { splitComments } from '@/domain/comment'
import type { Channel } from '@/domain/door'
import { overallLevel, type ParsedAnswers } from '@/domain/response'
import { answersFor, overallFor } from '@/scripts/demonstration/answers'
import { randomFor } from '@/scripts/demonstration/random'
import { definitionOf } from './plan'

/** What one person may answer: as it is stored, with the words apart. */
export type Pattern = Readonly<{
  answers: ParsedAnswers
  json: string
  level: number | null
  comments: readonly Readonly<{ question: string; text: string; folded: string }>[]
}>

/** So many different people of one kind; who comes is drawn from them. */
export const patternsEach = 200

/** How satisfied people are, in steps. */
export const qualitySteps = [0.72, 0.78, 0.83, 0.88, 0.93]

/** The people who answer a survey through a channel where so many are satisfied. */
export function patternsFor(
  seed: number,
  survey: string,
  channel: Channel,
  quality: number,
): Pattern[] {
  const definition = definitionOf(survey)
  return Array.from({ length: patternsEach }, (_, number) => {
    const random = randomFor(seed + Math.round(quality * 1000), number)
    const given = answersFor(
      random,
      definition,
      channel,
      overallFor(random, quality),
    ) as ParsedAnswers
    const { counted, comments } = splitComments(definition, given)
    return {
      answers: counted,
      json: JSON.stringify(counted),
      level: overallLevel(definition, counted) ?? null,
      comments: comments.map((one) => {
        const { question, text, folded } = toStoredComment(one)
        return { question, text, folded }
      }),
    }
  })
}
