import type { Question, SurveyDefinition } from './survey'

/** What an HTML form holds for the questions, by question id: text, or a list where several were ticked. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>

const prefix = 'answers.'

/** The name of a question's inputs. */
export const fieldName = (questionId: string) => `${prefix}${questionId}` as const

/** Collects the questions' fields out of a posted or present form; other fields are left. */
export function readFields(entries: Iterable<readonly [string, unknown]>): FormFields {
  const lists = new Map<string, string[]>()
  for (const [name, value] of entries) {
    if (!name.startsWith(prefix) || typeof value !== 'string') continue
    const id = name.slice(prefix.length)
    const list = lists.get(id)
    if (list) list.push(value)
    else lists.set(id, [value])
  }
  const pairs = [...lists].map(([id, list]) => [id, list.length > 1 ? list : (list[0] ?? '')])
  return Object.fromEntries(pairs)
}

/** Answers as `visibleAnswers` and `parseResponse` take them: levels as numbers, choices as lists. */
export function toAnswers(
  definition: SurveyDefinition,
  fields: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const types = new Map(definition.questions.map((question) => [question.id, question.type]))
  const pairs = Object.entries(fields).map(([id, value]) => [id, toAnswer(types.get(id), value)])
  return Object.fromEntries(pairs)
}

function toAnswer(type: Question['type'] | undefined, value: unknown): unknown {
  if (type === 'scale5' && typeof value === 'string' && /^\d$/.test(value)) return Number(value)
  if (type === 'multi' && typeof value === 'string') return value === '' ? [] : [value]
  // A form without a tick holds `false`.
  return value === false ? undefined : value
}
