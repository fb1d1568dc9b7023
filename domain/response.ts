import {
  type Answer,
  type AnswerProblem,
  isLevel,
  isRefusal,
  type Level,
  type Params,
  parseAnswer,
} from './answer'
import { isConditionMet, isOffered } from './asked-questions'
import type { Channel } from './door'
import { ok, type Problem, type Result, refused } from './problem'
import type { SurveyDefinition } from './survey'

export type ParsedAnswers = Readonly<Record<string, Answer>>

/**
 * The one parser of answers, for the citizen's form and for the server. The value has only known questions, in
 * the survey's order, each in range; parsing it again gives the same. Blank texts and empty lists are no answer.
 * Never throws on plain data; every problem names its question in `field`.
 */
export function parseResponse(
  definition: SurveyDefinition,
  input: unknown,
  channel: Channel,
): Result<ParsedAnswers, AnswerProblem> {
  if (!isPlain(input)) return refused({ code: 'malformed', field: 'answers' })
  const problems = unknownQuestions(definition, input)
  const answers: Record<string, Answer> = {}
  for (const question of definition.questions) {
    const given = Object.hasOwn(input, question.id) ? input[question.id] : undefined
    const parsed = given === undefined ? undefined : parseAnswer(question, given)
    const note = (code: AnswerProblem, params?: Params) =>
      problems.push({ code, field: question.id, ...(params ? { params } : {}) })
    if (!isOffered(question, channel)) parsed !== undefined && note('not-offered')
    else if (!isConditionMet(question, answers)) parsed !== undefined && note('hidden')
    else if (isRefusal(parsed)) note(parsed.refusal, parsed.params)
    else if (parsed !== undefined) answers[question.id] = parsed
    else if (question.required) note('required')
  }
  if (problems.length > 0) return refused(...problems.slice(0, 100))
  return hasLevel(definition, answers) ? ok(answers) : refused({ code: 'no-level' })
}

/** The level given to the overall question; undefined when there is none (`na` is none). */
export function overallLevel(
  definition: SurveyDefinition,
  answers: Readonly<Record<string, unknown>>,
): Level | undefined {
  const overall = definition.questions.find((question) => question.role === 'overall')
  const value = overall && answers[overall.id]
  return isLevel(value) ? value : undefined
}

const isPlain = (input: unknown): input is Record<string, unknown> =>
  typeof input === 'object' && input !== null && !Array.isArray(input)

function unknownQuestions(
  definition: SurveyDefinition,
  input: Record<string, unknown>,
): Problem<AnswerProblem>[] {
  const known = new Set(definition.questions.map((question) => question.id))
  return Object.keys(input)
    .filter((id) => !known.has(id))
    .map((id) => ({ code: 'unknown-question', field: id.slice(0, 64) }))
}

const hasLevel = (definition: SurveyDefinition, answers: ParsedAnswers) =>
  definition.questions.some(
    (question) => question.type === 'scale5' && isLevel(answers[question.id]),
  )
