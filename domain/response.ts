import type { Channel } from './door'
import { ok, type Problem, type Result, refused } from './problem'
import type { Question, SurveyDefinition } from './survey'

export type Level = 1 | 2 | 3 | 4 | 5

/** scale5: a level or `na`; single: an option id; multi: option ids in the survey's order; text: a string. */
export type Answer = Level | string | readonly string[]
export type ParsedAnswers = Readonly<Record<string, Answer>>

export type AnswerProblem =
  | 'malformed'
  | 'unknown-question'
  | 'wrong-type'
  | 'out-of-range'
  | 'unknown-option'
  | 'duplicate-choice'
  | 'too-many'
  | 'too-long'
  | 'required'
  | 'not-offered'
  | 'hidden'
  | 'no-level'

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

/** The level given to the overall question; undefined when there is none (`na` is none). */
export function overallLevel(
  definition: SurveyDefinition,
  answers: Readonly<Record<string, unknown>>,
): Level | undefined {
  const overall = definition.questions.find((question) => question.role === 'overall')
  const value = overall && answers[overall.id]
  return isLevel(value) ? value : undefined
}

/** One of the five levels; a number between two levels is none. */
export const isLevel = (value: unknown): value is Level =>
  value === 1 || value === 2 || value === 3 || value === 4 || value === 5

type Params = Readonly<Record<string, string | number>>
type Refusal = Readonly<{ refusal: AnswerProblem; params?: Params }>

const isRefusal = (parsed: Answer | Refusal | undefined): parsed is Refusal =>
  typeof parsed === 'object' && 'refusal' in parsed

const isPlain = (input: unknown): input is Record<string, unknown> =>
  typeof input === 'object' && input !== null && !Array.isArray(input)

const isBlank = (value: unknown) =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

const isOffered = (question: Question, channel: Channel) =>
  question.channels === undefined || question.channels.includes(channel)

function isConditionMet(question: Question, answers: Readonly<Record<string, unknown>>): boolean {
  if (!question.showIf) return true
  const { question: id, options } = question.showIf
  const value = Object.hasOwn(answers, id) ? answers[id] : undefined
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [value]
  return options.some((option) => chosen.includes(option))
}

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

/** The answer, undefined for a blank one, or why it is refused. */
function parseAnswer(question: Question, value: unknown): Answer | Refusal | undefined {
  if (question.type === 'scale5') return parseLevel(question.notApplicable !== undefined, value)
  if (question.type === 'single') {
    if (typeof value !== 'string') return { refusal: 'wrong-type' }
    const known = question.options.some((option) => option.id === value)
    return known ? value : { refusal: 'unknown-option' }
  }
  if (question.type === 'multi') {
    const order = question.options.map((option) => option.id)
    return parseChoices(order, question.max, value)
  }
  if (typeof value !== 'string') return { refusal: 'wrong-type' }
  const text = cleanText(value, question.maxLength)
  if (text.length <= question.maxLength) return text === '' ? undefined : text
  return { refusal: 'too-long', params: { max: question.maxLength } }
}

function parseLevel(offersNotApplicable: boolean, value: unknown): Answer | Refusal {
  if (value === 'na') return offersNotApplicable ? value : { refusal: 'not-offered' }
  if (typeof value !== 'number') return { refusal: 'wrong-type' }
  return isLevel(value) ? value : { refusal: 'out-of-range' }
}

function parseChoices(
  order: readonly string[],
  max: number,
  value: unknown,
): Answer | Refusal | undefined {
  if (!Array.isArray(value) || value.some((choice) => typeof choice !== 'string')) {
    return { refusal: 'wrong-type' }
  }
  if (value.some((choice) => !order.includes(choice))) return { refusal: 'unknown-option' }
  if (new Set(value).size < value.length) return { refusal: 'duplicate-choice' }
  if (value.length > max) return { refusal: 'too-many', params: { max } }
  return value.length === 0 ? undefined : order.filter((id) => value.includes(id))
}

/**
 * NFC, line ends as \n, no control characters or halves of characters, trimmed. A text that is too long in any case is
 * left without NFC: normalising takes time with the square of the length, and at best quarters it.
 */
export function cleanText(value: string, maxLength: number): string {
  const text = value
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
  return text.length <= 4 * maxLength ? text.normalize('NFC').trim() : text
}
