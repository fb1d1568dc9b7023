import { desk8 } from '@/db/questionnaires/desk-8'
import { kiosk1 } from '@/db/questionnaires/kiosk-1'
import { sipas22 } from '@/db/questionnaires/sipas-22'
import { makeResponseId } from '@/lib/response-id'
import { answersFor, overallFor } from '@/scripts/demonstration/answers'
import { randomFor } from '@/scripts/demonstration/random'

const definitions = { 'kiosk-1': kiosk1, 'desk-8': desk8, 'sipas-22': sipas22 } as const
export type SurveyCode = keyof typeof definitions
export const surveyCodes: readonly SurveyCode[] = ['kiosk-1', 'desk-8', 'sipas-22']

/** So many different responses as the citizen's page sends them, through the door of the first start. */
export const makeBodies = (code: SurveyCode, n: number, seed: number): string[] =>
  Array.from({ length: n }, (_, number) => bodyOf(code, seed, number, makeResponseId(Date.now())))

/** One of them under a given id; the same seed and number answer the same. */
export function bodyOf(code: SurveyCode, seed: number, number: number, id: string): string {
  const random = randomFor(seed, number)
  const now = Date.now()
  return JSON.stringify({
    id,
    surveyVersionId: `${code}@1`,
    door: code,
    answers: answersFor(random, definitions[code], 'link', overallFor(random, 0.85)),
    locale: 'vi',
    startedAt: now - 60_000,
    answeredAt: now - 1000,
    sentAt: now,
  })
}
