import type { Problem } from '@/domain/problem'
import type { Locale } from '@/domain/survey'
import { lookUp, messagesFor } from './i18n'
import { fill } from './words'

/** For JSON that is made for one request; proxy.ts sets the same where it is asked. */
export const jsonHeaders = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

/** An answer with `{problems: [{question or field, code, message}]}`, the message in the person's language. */
export function problemResponse(
  status: number,
  problems: readonly Problem[],
  locale: Locale,
  {
    at = 'field',
    headers = {},
  }: { at?: 'field' | 'question'; headers?: Record<string, string> } = {},
): Response {
  const listed = problems.map(({ code, field, params }) => ({
    ...(field === undefined ? {} : { [at]: field }),
    code,
    message: fill(sentenceOf(code, locale), params),
  }))
  return Response.json({ problems: listed }, { status, headers: { ...jsonHeaders, ...headers } })
}

/** 429 with the time after which the sender may try again. */
export const tooManyRequests = (seconds: number, locale: Locale): Response =>
  problemResponse(429, [{ code: 'too-many-requests' }], locale, {
    headers: { 'retry-after': String(seconds) },
  })

function sentenceOf(code: string, locale: Locale): string {
  const words = messagesFor(locale).problems
  return lookUp(words, code) ?? words.unexpected
}
