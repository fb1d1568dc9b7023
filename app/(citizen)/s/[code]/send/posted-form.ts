import { hiddenFields } from '@/components/survey/survey-parts'
import { getVersion, type StoredVersion } from '@/db/surveys/surveys'
import { visibleAnswers } from '@/domain/asked-questions'
import type { Channel } from '@/domain/door'
import { type Envelope, parseEnvelope } from '@/domain/envelope'
import { fieldName, readFields, toAnswers } from '@/domain/form-fields'

/** The envelope in a posted form, answered now; null when a hidden field is missing or broken. */
export function envelopeIn(
  form: URLSearchParams,
  door: Readonly<{ code: string; channel: Channel }>,
  version: StoredVersion,
  now: number,
): Envelope | null {
  const { definition } = version
  const answers = toAnswers(definition, readFields(form))
  // Of nothing, Number makes 0: an instant in 1970.
  const startedAt = Number(form.get(hiddenFields.startedAt) || Number.NaN)
  const parsed = parseEnvelope({
    id: form.get(hiddenFields.id),
    surveyVersionId: version.id,
    door: door.code,
    answers: visibleAnswers(definition, answers, door.channel),
    locale: form.get(hiddenFields.locale),
    startedAt,
    answeredAt: now,
    sentAt: now,
  })
  return parsed.ok ? parsed.value : null
}

/** What a person wrote in their own words into a posted form. */
export async function textsIn(form: URLSearchParams): Promise<string[]> {
  const version = await getVersion(form.get(hiddenFields.version) ?? '')
  const questions = version?.definition.questions.filter(({ type }) => type === 'text') ?? []
  return questions
    .map(({ id }) => form.get(fieldName(id))?.trim() ?? '')
    .filter((text) => text !== '')
}
