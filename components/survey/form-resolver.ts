import type { FieldErrors, Resolver } from 'react-hook-form'
import { visibleAnswers } from '@/domain/asked-questions'
import type { Channel } from '@/domain/door'
import { toAnswers } from '@/domain/form-fields'
import { type ParsedAnswers, parseResponse } from '@/domain/response'
import type { SurveyDefinition } from '@/domain/survey'
import type { FormValues } from './form-view'
import type { FormProblem } from './words'

/** react-hook-form's view of the one parser: what the browser lets through, the server takes. */
export function makeResolver(
  definition: SurveyDefinition,
  channel: Channel,
): Resolver<FormValues, unknown, ParsedAnswers> {
  return ({ answers }) => {
    const visible = visibleAnswers(definition, toAnswers(definition, answers), channel)
    const parsed = parseResponse(definition, visible, channel)
    if (parsed.ok) return { values: parsed.value, errors: {} }
    const pairs = parsed.problems.map(({ code, field }) => [field ?? 'root', { type: code }])
    return { values: {}, errors: { answers: Object.fromEntries(pairs) } }
  }
}

/** The problems that the resolver found, in the order of the survey. */
export function problemsIn(errors: FieldErrors<FormValues>): FormProblem[] {
  return Object.entries(errors.answers ?? {}).flatMap(([field, error]) =>
    error && typeof error === 'object' && 'type' in error
      ? [{ code: String(error.type), ...(field === 'root' ? {} : { field }) }]
      : [],
  )
}
