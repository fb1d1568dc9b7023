import { halfMonthOf, type Period, shiftDay } from './period'
import type { ParsedAnswers } from './response'
import type { Locale, SurveyDefinition } from './survey'

/** What officials do about a comment; a new one waits to be read. */
export const commentStates = ['new', 'open', 'done'] as const
export type CommentState = (typeof commentStates)[number]

/** Comments are shown per unit, survey and month with at least so many valid responses. */
export const leastResponses = 10

/** A text answer as the person wrote it. */
export type Comment = Readonly<{ question: string; text: string }>

/** Parts the answers into what is counted and what was written in words; the two are kept apart. */
export function splitComments(
  definition: SurveyDefinition,
  answers: ParsedAnswers,
): Readonly<{ counted: ParsedAnswers; comments: readonly Comment[] }> {
  const counted = { ...answers }
  const comments: Comment[] = []
  for (const { id, type } of definition.questions) {
    const text = answers[id]
    if (type !== 'text' || typeof text !== 'string') continue
    delete counted[id]
    comments.push({ question: id, text })
  }
  return { counted, comments }
}

/** A calendar month as one number, so that neighbours differ by 1. */
export const monthIndexOf = (halfMonth: number): number => Math.floor(halfMonth / 2)

/** The months that have days in the period, as numbers: a month is shown whole or not at all. */
export const monthSpan = ({ from, to }: Period): Readonly<{ first: number; last: number }> => ({
  first: monthIndexOf(halfMonthOf(from)),
  last: monthIndexOf(halfMonthOf(to)),
})

/** Whether the period has no part of a month. */
export const isWholeMonths = ({ from, to }: Period): boolean =>
  from.endsWith('-01') && shiftDay(to, 1).endsWith('-01')

/** `10/2026` of a month's number. */
export const formatMonth = (month: number): string =>
  `${String((month % 12) + 1).padStart(2, '0')}/${Math.floor(month / 12)}`

/**
 * The language that a text is written in, as far as it can be told: by its letters, else that of the form it was written
 * into. Who writes in Latin letters into a form in Khmer may write in any language.
 */
export function languageOf(text: string, form: Locale | null): Locale | undefined {
  if (/\p{Script=Khmer}/u.test(text)) return 'km'
  if (vietnameseLetter.test(text)) return 'vi'
  return form === null || form === 'km' ? undefined : form
}

/** Letters with marks, in one piece or in two. */
const vietnameseLetter =
  /[ăâđêôơưáàãéèíìĩóòõúùũýỳ\u1ea0-\u1ef9]|\u0300|\u0301|\u0303|\u0309|\u0323/iu
