import type { Question } from './survey'

export type Level = 1 | 2 | 3 | 4 | 5

/** scale5: a level or `na`; single: an option id; multi: option ids in the survey's order; text: a string. */
export type Answer = Level | string | readonly string[]

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

/** One of the five levels; a number between two levels is none. */
export const isLevel = (value: unknown): value is Level =>
  value === 1 || value === 2 || value === 3 || value === 4 || value === 5

export type Params = Readonly<Record<string, string | number>>

type Refusal = Readonly<{ refusal: AnswerProblem; params?: Params }>

/** Whether this says why an answer is refused. */
export const isRefusal = (parsed: Answer | Refusal | undefined): parsed is Refusal =>
  typeof parsed === 'object' && 'refusal' in parsed

/** The answer, undefined for a blank one, or why it is refused. */
export function parseAnswer(question: Question, value: unknown): Answer | Refusal | undefined {
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
 * NFC, line ends as \n, no control characters or halves of characters, trimmed; empty where nothing of it can be seen. A
 * text that is too long in any case is left without NFC: normalising takes time with the square of the length, and at
 * best quarters it.
 */
export function cleanText(value: string, maxLength: number): string {
  const text = value
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
  if (!/[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(text)) return ''
  return text.length <= 4 * maxLength ? text.normalize('NFC').trim() : text
}
