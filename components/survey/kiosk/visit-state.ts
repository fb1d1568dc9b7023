import type { Locale } from '@/domain/survey'
import { countedAnswers } from '@/domain/visit'
import { clockOffset } from '@/lib/device-clock'
import type { OfficeSurvey } from '@/lib/device-records'
import type { Body } from '@/lib/outbox-delivery'
import { makeResponseId } from '@/lib/response-id'
import type { Submission } from '../submission'

export type Answers = Readonly<Record<string, unknown>>

/** The response as it would be sent now; null until the rating was tapped. */
export function bodyOf({ id, survey, startedAt, answers }: Visit, locale: Locale): Body | null {
  const counted = countedAnswers(survey.definition, answers)
  if (!counted) return null
  const { door, surveyVersionId, locales } = survey
  const spoken = locales.includes(locale) ? locale : 'vi'
  const offset = clockOffset()
  const times = { startedAt, answeredAt: Date.now() }
  const content = { id, surveyVersionId, door, answers: counted, locale: spoken, ...times }
  return offset === undefined ? content : { ...content, clockOffset: offset }
}

/** What a person is told of where their response is. */
export function phaseOf({ state }: Submission): Pick<Visit, 'phase' | 'safety'> {
  if (state === 'queued') return { phase: 'thanks', safety: 'stored' }
  if (state === 'sent') return { phase: 'thanks', safety: 'delivered' }
  if (state === 'older') return { phase: 'thanks', safety: 'older' }
  return { phase: 'unsafe', safety: 'stored' }
}

/** One person's way through a survey. `storing` ends in `thanks` only when the response is safe. */
export type Visit = Readonly<{
  id: string
  survey: OfficeSurvey
  startedAt: number
  answers: Answers
  step: number
  phase: 'asking' | 'storing' | 'thanks' | 'unsafe'
  /** What was handed over at the end; a second try is of the same, because the first may have got through. */
  frozen?: Body
  safety: Safety
}>

/** Where a response is when its person is thanked; `older`: without what was added last. */
export type Safety = 'stored' | 'delivered' | 'older'

/** Somebody begins; the response has its final id from here on. */
export function newVisit(survey: OfficeSurvey): Visit {
  const now = Date.now()
  const fresh = { answers: {}, step: 0, phase: 'asking', safety: 'stored' } as const
  return { id: makeResponseId(now), survey, startedAt: now, ...fresh }
}
