import 'server-only'
import { touchpoints } from '@/domain/door'
import type { ParsedAnswers } from '@/domain/response'
import type { Door } from '../surveys/doors'
import type { StoredVersion } from '../surveys/surveys'
import { getFieldId } from '../units/fields'

/** The door by which a response comes in, and the version that was shown there. */
export type Entry = Readonly<{ door: Door; version: StoredVersion }>

/** From the door where it fixes them, else from the questions with `mapsTo`, else unknown. */
export async function placeOf({ door, version }: Entry, answers: ParsedAnswers) {
  const fieldCode = mapped('field', version, answers)
  const touchpoint = mapped('touchpoint', version, answers)
  return {
    deskId: door.deskId,
    fieldId: door.fieldId ?? (fieldCode ? await getFieldId(fieldCode) : null),
    touchpoint: door.touchpoint ?? touchpoints.find((known) => known === touchpoint) ?? null,
    channel: door.channel,
    mode: door.kind === 'paper' ? ('keyed' as const) : ('self' as const),
  }
}

function mapped(
  target: 'field' | 'touchpoint',
  { definition }: StoredVersion,
  answers: ParsedAnswers,
): string | undefined {
  for (const question of definition.questions) {
    if (question.type !== 'single' || question.mapsTo !== target) continue
    return question.options.find((option) => option.id === answers[question.id])?.value
  }
  return undefined
}
