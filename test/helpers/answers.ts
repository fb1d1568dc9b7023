import fc from 'fast-check'
import { desk8 } from '@/db/questionnaires/desk-8'
import { kiosk1 } from '@/db/questionnaires/kiosk-1'
import { sipas22 } from '@/db/questionnaires/sipas-22'
import { visibleAnswers } from '@/domain/asked-questions'
import type { Channel } from '@/domain/door'
import type { Question, SurveyDefinition } from '@/domain/survey'

// The same cases on every machine.
fc.configureGlobal({ seed: 20260101 })

export const surveys: readonly SurveyDefinition[] = [kiosk1, desk8, sipas22]

/** Any valid answers to a survey in a channel, as a form would send them. */
export function answersOf(
  definition: SurveyDefinition,
  channel: Channel,
): fc.Arbitrary<Record<string, unknown>> {
  const required = definition.questions.filter((question) => question.required)
  const all = Object.fromEntries(definition.questions.map((q) => [q.id, answerTo(q)]))
  return fc
    .record(all, { requiredKeys: required.map((question) => question.id) })
    .map((answers) => visibleAnswers(definition, answers, channel))
}

function answerTo(question: Question): fc.Arbitrary<unknown> {
  if (question.type === 'text') return fc.string({ unit: 'binary', maxLength: 100 })
  if (question.type === 'scale5') {
    return fc.constantFrom(1, 2, 3, 4, 5, ...(question.notApplicable ? ['na'] : []))
  }
  const ids = question.options.map((option) => option.id)
  if (question.type === 'single') return fc.constantFrom(...ids)
  return fc.uniqueArray(fc.constantFrom(...ids), { maxLength: question.max })
}
