import type { Channel } from './door'
import type { Question, SurveyDefinition } from './survey'

/**
 * What a form holds, less blanks and less what belongs to questions that are not asked (any more): give this to
 * `parseResponse`, so that going back and changing an earlier answer is no error of the citizen's.
 */
export function visibleAnswers(
  definition: SurveyDefinition,
  answers: Readonly<Record<string, unknown>>,
  channel: Channel,
): Record<string, unknown> {
  const visible: Record<string, unknown> = {}
  for (const question of definition.questions) {
    const value = answers[question.id]
    if (!isBlank(value) && isAsked(question, visible, channel)) visible[question.id] = value
  }
  return visible
}

/** Whether a question is put to this person: offered in the channel, and its condition met by the answers. */
export function isAsked(
  question: Question,
  answers: Readonly<Record<string, unknown>>,
  channel: Channel,
): boolean {
  return isOffered(question, channel) && isConditionMet(question, answers)
}

const isBlank = (value: unknown) =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** Whether the channel has the question at all. */
export const isOffered = (question: Question, channel: Channel) =>
  question.channels === undefined || question.channels.includes(channel)

/** Whether the answers so far lead to the question. */
export function isConditionMet(
  question: Question,
  answers: Readonly<Record<string, unknown>>,
): boolean {
  if (!question.showIf) return true
  const { question: id, options } = question.showIf
  const value = Object.hasOwn(answers, id) ? answers[id] : undefined
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [value]
  return options.some((option) => chosen.includes(option))
}

/** How many of these a person meets: one number, or from those without a condition to all of them. */
export function sayHowMany(questions: readonly Question[]): string {
  const always = questions.filter(({ showIf }) => !showIf).length
  return always === questions.length ? String(always) : `${always}–${questions.length}`
}
