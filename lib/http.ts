import { headers } from 'next/headers'
import { ok, type Problem, type Result, refused } from '@/domain/problem'
import type { Locale } from '@/domain/survey'
import { env } from './env'
import { asLocale, lookUp, messagesFor } from './i18n'
import { fill } from './words'

/** The language of this page, as proxy.ts settled it. */
export async function requestLocale(): Promise<Locale> {
  return asLocale((await headers()).get('x-hl-locale')) ?? 'vi'
}

/** The language of a request to a route handler: `?lang=`, the cookie, else Vietnamese. */
export function localeOf(request: Request): Locale {
  const asked = asLocale(new URL(request.url).searchParams.get('lang'))
  const kept = /(?:^|;\s*)lang=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1]
  return asked ?? asLocale(kept) ?? 'vi'
}

export type BodyProblem = 'wrong-media-type' | 'too-large' | 'not-json'

/** Status of a problem with a body, for `problemResponse`. */
export const bodyStatus: Readonly<Record<BodyProblem, number>> = {
  'wrong-media-type': 415,
  'too-large': 413,
  'not-json': 400,
}

/** Reads a JSON body of at most so many bytes; stops reading beyond them, however it is sent. */
export async function readJsonBody(
  request: Request,
  maxBytes: number,
): Promise<Result<unknown, BodyProblem>> {
  const text = await readText(request, 'application/json', maxBytes)
  if (!text.ok) return text
  try {
    return ok(JSON.parse(text.value) as unknown)
  } catch {
    return refused({ code: 'not-json' })
  }
}

/** Reads what a plain HTML form sends (not multipart), of at most so many bytes. */
export async function readFormBody(
  request: Request,
  maxBytes: number,
): Promise<Result<URLSearchParams, BodyProblem>> {
  const text = await readText(request, formType, maxBytes)
  return text.ok ? ok(new URLSearchParams(text.value)) : text
}

/** Whether it says that it is what a plain HTML form sends. */
export const isForm = (request: Request): boolean => mediaTypeOf(request) === formType

/** A form with a file; where it was too long, `form` holds only what came before the file. */
export type Upload = Readonly<{ form: FormData; isWhole: boolean }>

/** Reads a form with files (multipart); keeps at most so many bytes of it. */
export async function readUpload(
  request: Request,
  maxBytes: number,
): Promise<Result<Upload, BodyProblem>> {
  const type = request.headers.get('content-type') ?? ''
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/i.exec(type)?.[1]
  if (boundary === undefined) return refused({ code: 'wrong-media-type' })
  try {
    const { bytes, isWhole } = await readHead(request, maxBytes)
    const body = isWhole ? bytes : endEarly(bytes, boundary)
    const form = await new Response(body, { headers: { 'content-type': type } }).formData()
    return ok({ form, isWhole })
  } catch {
    // The sender hung up, or what came is no such form.
    return refused({ code: 'not-json' })
  }
}

/**
 * Whether a request that changes something comes from a page of this app: a browser names the page's origin in
 * `Origin`, and another site cannot forge it. For every such route that a cookie opens.
 */
export function isOwnOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (!origin) return request.headers.get('sec-fetch-site') === 'same-origin'
  if (origin === env().origin) return true
  return URL.canParse(origin) && new URL(origin).host === request.headers.get('host')
}

/**
 * Whether the browser says that another site sent this. Old and text browsers say nothing at all: they are let in
 * where no cookie gives a right that another site could use.
 */
export function isForeignOrigin(request: Request): boolean {
  const saysNothing = !request.headers.has('origin') && !request.headers.has('sec-fetch-site')
  return !saysNothing && !isOwnOrigin(request)
}

/** Whether the browser says that a page of another site sent this; for pages that do not tell their origin. */
export const isForeignSite = (request: Request): boolean =>
  (request.headers.get('sec-fetch-site') ?? 'same-origin') !== 'same-origin'

/**
 * Whether another site leads the browser to a file that a cookie opens. A download that was typed in or bookmarked
 * (`none`) and browsers that say nothing are let in: the cookie does not travel with what another site embeds.
 */
export function isForeignDownload(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site === 'cross-site' || site === 'same-site') return true
  return request.headers.has('origin') && !isOwnOrigin(request)
}

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

const formType = 'application/x-www-form-urlencoded'

const mediaTypeOf = (request: Request): string | undefined =>
  request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()

async function readText(
  request: Request,
  mediaType: string,
  maxBytes: number,
): Promise<Result<string, BodyProblem>> {
  if (mediaTypeOf(request) !== mediaType) return refused({ code: 'wrong-media-type' })
  const length = request.headers.get('content-length')
  if (length !== null && Number(length) > maxBytes) return refused({ code: 'too-large' })
  try {
    const bytes =
      length === null ? await readCapped(request, maxBytes) : await request.arrayBuffer()
    if (bytes === null || bytes.byteLength > maxBytes) return refused({ code: 'too-large' })
    return ok(new TextDecoder().decode(bytes))
  } catch {
    // The sender hung up half-way, as tablets do: no fault of the server's, and nobody to hear the answer.
    return refused({ code: 'not-json' })
  }
}

/** The body, or null as soon as it is longer. */
async function readCapped(request: Request, maxBytes: number): Promise<ArrayBuffer | null> {
  const reader = request.body?.getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > maxBytes) {
      await reader.cancel()
      return null
    }
    parts.push(value)
  }
  return new Blob(parts).arrayBuffer()
}

/** A browser that is cut off while it sends shows its own error and not our answer, so the rest is let pass by. */
const mostPassed = 32 * 1024 * 1024

/** The first bytes of the body; the rest is read and forgotten. */
async function readHead(
  request: Request,
  maxBytes: number,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; isWhole: boolean }> {
  const reader = request.body?.getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let [kept, size] = [0, 0]
  while (reader && size <= mostPassed) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    const part = value.subarray(0, maxBytes - kept)
    kept += part.byteLength
    if (part.byteLength > 0) parts.push(part)
  }
  if (size > mostPassed) await reader?.cancel()
  return {
    bytes: new Uint8Array(await new Blob(parts).arrayBuffer()),
    isWhole: size <= maxBytes,
  }
}

/** The parts of a form that came whole, as a form. */
function endEarly(bytes: Uint8Array<ArrayBuffer>, boundary: string): Blob {
  const last = Buffer.from(bytes.buffer).lastIndexOf(`--${boundary}\r\n`)
  return new Blob([bytes.subarray(0, Math.max(last, 0)), `--${boundary}--\r\n`])
}
