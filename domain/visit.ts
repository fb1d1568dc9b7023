import { isAsked, visibleAnswers } from './asked-questions'
import { type ParsedAnswers, parseResponse } from './response'
import { type Question, questionsFor, type SurveyDefinition } from './survey'

type Given = Readonly<Record<string, unknown>>

/** So many questions after the one tap still fit its second screen. */
const mostBesides = 2

/**
 * The screens of a survey on the tablet, by what is answered so far: one question each; where the rating comes first
 * and little follows (one tap), that on one screen and the rest on a second.
 */
export function stepsOf(
  definition: SurveyDefinition,
  answers: Given,
): readonly (readonly Question[])[] {
  const visible = visibleAnswers(definition, answers, 'kiosk')
  const asked = questionsFor(definition, 'kiosk').filter((question) =>
    isAsked(question, visible, 'kiosk'),
  )
  const [first, ...rest] = asked
  if (first && isOneTap(definition)) return rest.length > 0 ? [[first], rest] : [[first]]
  return asked.map((question) => [question])
}

/** Whether the survey begins with its rating and asks little more. */
export function isOneTap(definition: SurveyDefinition): boolean {
  const [first, ...rest] = questionsFor(definition, 'kiosk')
  return first?.type === 'scale5' && first.role === 'overall' && rest.length <= mostBesides
}

/**
 * What counts if the person leaves now: the answers so far, less any that would not be accepted; null until the
 * rating was tapped.
 */
export function countedAnswers(definition: SurveyDefinition, answers: Given): ParsedAnswers | null {
  const visible = visibleAnswers(definition, answers, 'kiosk')
  const parsed = parseResponse(definition, visible, 'kiosk')
  if (parsed.ok) return parsed.value
  const wrong = new Set(parsed.problems.map(({ field }) => field))
  const rest = Object.entries(visible).filter(([id]) => !wrong.has(id))
  const again = parseResponse(definition, Object.fromEntries(rest), 'kiosk')
  return again.ok ? again.value : null
}
