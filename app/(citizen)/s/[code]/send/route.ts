import { waitToSend } from '@/app/admission'
import type { KeptForm } from '@/components/survey/form-props'
import { hiddenFields } from '@/components/survey/survey-parts'
import { isUnavailable } from '@/db/client'
import { dropDraft, saveDraft } from '@/db/responses/drafts'
import { getAnsweredAt, type Recorded, recordResponse } from '@/db/responses/intake'
import { getPublishedSurvey, getVersion, type PublishedSurvey } from '@/db/surveys/surveys'
import { type Envelope, readId } from '@/domain/envelope'
import { readFields } from '@/domain/form-fields'
import { env } from '@/lib/env'
import { asLocale } from '@/lib/i18n'
import { logFault } from '@/lib/log'
import { readFormBody } from '@/lib/request-body'
import { isForeignOrigin } from '@/lib/request-origin'
import { makeResponseId } from '@/lib/response-id'
import { draftCookieHeader, draftToken, sentCookieHeader } from '../draft-cookie'
import { type PlainCase, plainPage } from '../plain-page'
import { envelopeIn, textsIn } from './posted-form'

const largestBody = 64 * 1024

type Context = RouteContext<'/s/[code]/send'>

type Posted = Readonly<{ request: Request; form: URLSearchParams; now: number }>

/** Takes the citizen's form in as a plain HTML form: 303 to the thanks, or back to the form with what was typed. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params
  const page = (what: PlainCase) => plainPage(request, code, what)
  try {
    const now = Date.now()
    if (isForeignOrigin(request)) return page('foreign')
    const { wait, waitAt } = await waitToSend(request, now)
    const crowded = wait || waitAt(code)
    if (crowded > 0) return plainPage(request, code, 'tooMany', { wait: crowded })
    const body = await readFormBody(request, largestBody)
    if (!body.ok) return page(body.problems[0]?.code === 'too-large' ? 'tooLarge' : 'broken')
    const published = await getPublishedSurvey(code, now)
    const form = body.value
    const outcome = published.ok
      ? await take({ request, form, now }, published.value)
      : published.problems[0]?.code === 'closed'
        ? await afterClosing(form)
        : 'unknown'
    if (typeof outcome !== 'string') return outcome
    // The form is not shown any more, and with it what was written would be gone.
    const texts = outcome === 'late' ? await textsIn(form) : []
    return plainPage(request, code, outcome, { texts })
  } catch (error) {
    if (!isUnavailable(error)) throw error
    logFault('form not stored for now', error)
    return page('busy')
  }
}

/** A second sending of what was taken in time is not told that nothing was recorded. */
async function afterClosing(form: URLSearchParams): Promise<PlainCase> {
  const id = readId(form.get(hiddenFields.id))
  return id && (await getAnsweredAt(id)) !== null ? 'recorded' : 'late'
}

async function take(posted: Posted, survey: PublishedSurvey): Promise<Response | PlainCase> {
  const { request, form, now } = posted
  const { code } = survey.door
  const previous = draftToken(request)
  if (form.has('fresh')) {
    if (previous) await dropDraft(previous)
    return seeOther(`/s/${code}`, draftCookieHeader(code))
  }
  const language = asLocale(form.get('lang'))
  if (language) return await comeBack(posted, survey, [], languageCookie(language))
  const version = await getVersion(form.get(hiddenFields.version) ?? '')
  const envelope = version && envelopeIn(form, survey.door, version, now)
  if (!envelope) return 'broken'
  const recorded = await recordOnce(envelope, now)
  if (recorded.outcome === 'conflict') return 'recorded'
  if (recorded.outcome === 'refused') return await refuse(posted, survey, recorded.problems)
  if (previous) await dropDraft(previous)
  return seeOther(`/s/${code}/thanks`, draftCookieHeader(code), sentCookieHeader(code))
}

/** A second click on the button brings the same answers a moment later: that is no other content. */
async function recordOnce(envelope: Envelope, now: number): Promise<Recorded> {
  const recorded = await recordResponse(envelope, now)
  if (recorded.outcome !== 'conflict') return recorded
  const answeredAt = await getAnsweredAt(envelope.id)
  return answeredAt === null ? recorded : await recordResponse({ ...envelope, answeredAt }, now)
}

async function refuse(
  posted: Posted,
  survey: PublishedSurvey,
  problems: KeptForm['problems'],
): Promise<Response | PlainCase> {
  const codes = problems.map(({ code }) => code)
  if (codes.includes('closed')) return 'late'
  if (codes.some((code) => code === 'malformed' || code === 'unknown-version')) return 'broken'
  return await comeBack(posted, survey, problems)
}

/** Back to the form with what was typed, which waits under a token in a cookie of this survey's pages. */
async function comeBack(
  { request, form, now }: Posted,
  { door }: PublishedSurvey,
  problems: KeptForm['problems'],
  cookie?: string,
): Promise<Response> {
  const startedAt = Number(form.get(hiddenFields.startedAt))
  const kept: KeptForm = {
    id: readId(form.get(hiddenFields.id)) ?? makeResponseId(now),
    startedAt: Number.isInteger(startedAt) ? startedAt : now,
    fields: readFields(form),
    problems: problems.map(({ code, field }) => (field === undefined ? { code } : { code, field })),
  }
  const token = await saveDraft(door.id, JSON.stringify(kept), now)
  const previous = draftToken(request)
  if (previous) await dropDraft(previous)
  const place = problems.length > 0 ? '#error-summary' : ''
  const cookies = [draftCookieHeader(door.code, token), ...(cookie ? [cookie] : [])]
  return seeOther(`/s/${door.code}${place}`, ...cookies)
}

function languageCookie(language: string): string {
  return `lang=${language}; Path=/; Max-Age=31536000; SameSite=Lax${env().isHttps ? '; Secure' : ''}`
}

function seeOther(location: string, ...cookies: string[]): Response {
  const headers = new Headers({ location, 'cache-control': 'private, no-store' })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}
