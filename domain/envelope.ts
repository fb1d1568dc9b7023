import { ok, type Problem, type Result, refused } from './problem'
import type { ParsedAnswers } from './response'
import { type Locale, locales } from './survey'

/** What travels with the answers. Times are milliseconds since 1970 UTC by the sender's clock. */
export type Envelope = Readonly<{
  /** UUID made on the device when the form opened. */
  id: string
  surveyVersionId: string
  door: string
  answers: unknown
  locale: Locale
  startedAt: number
  answeredAt: number
  sentAt: number
  /** Server's clock − the device's in milliseconds, as the device knew it when it was answered. */
  clockOffset?: number | null | undefined
}>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const newestInstant = Date.UTC(9999, 11, 31)

/** Reads the body of `POST /api/v1/responses`; the answers stay unread. Times may be ISO 8601 or milliseconds. */
export function parseEnvelope(input: unknown): Result<Envelope, 'malformed'> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return refused({ code: 'malformed' })
  }
  const body = input as Record<string, unknown>
  const problems: Problem<'malformed'>[] = []
  const take = <T>(field: string, read: (value: unknown) => T | undefined): T => {
    const value = Object.hasOwn(body, field) ? read(body[field]) : undefined
    if (value === undefined) problems.push({ code: 'malformed', field })
    // Nobody gets to see it where there are problems.
    return value as T
  }
  const envelope: Envelope = {
    id: take('id', readId),
    surveyVersionId: take('surveyVersionId', readCode),
    door: take('door', readCode),
    answers: take('answers', (value) => value),
    locale: take('locale', (value) => locales.find((known) => known === value)),
    startedAt: take('startedAt', readInstant),
    answeredAt: take('answeredAt', readInstant),
    sentAt: take('sentAt', readInstant),
    clockOffset: body.clockOffset == null ? undefined : take('clockOffset', readOffset),
  }
  return problems.length > 0 ? refused(...problems) : ok(envelope)
}

/** The id of a response in one spelling, or undefined. */
export function readId(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const id = value.toLowerCase()
  return uuid.test(id) ? id : undefined
}

/**
 * The text that the content hash is taken of: all that the person answered, where and when, but not when it was
 * sent nor what was known of the clock, so that a second sending is the same and an edited answer is not. Independent
 * of key order.
 */
export function canonicalContent(
  envelope: Omit<Envelope, 'answers' | 'sentAt' | 'clockOffset' | 'id'>,
  answers: ParsedAnswers,
): string {
  const pairs = Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1))
  const { surveyVersionId, door, locale, startedAt, answeredAt } = envelope
  return JSON.stringify([surveyVersionId, door, locale, startedAt, answeredAt, pairs])
}

function readCode(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w@.+-]{1,80}$/.test(value) ? value : undefined
}

function readInstant(value: unknown): number | undefined {
  const isIso = typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(value)
  const instant = isIso ? Date.parse(value) : value
  const isInstant = typeof instant === 'number' && Number.isInteger(instant)
  return isInstant && instant >= 0 && instant <= newestInstant ? instant : undefined
}

function readOffset(value: unknown): number | undefined {
  const isOffset = typeof value === 'number' && Number.isInteger(value)
  return isOffset && Math.abs(value) <= newestInstant ? value : undefined
}
