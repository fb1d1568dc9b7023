import { waitToSend } from '@/app/admission'
import { isKnownResponse, type Recorded, recordResponse } from '@/db/responses/intake'
import { type Envelope, parseEnvelope, readId } from '@/domain/envelope'
import type { Locale } from '@/domain/survey'
import { credentialOf } from '@/lib/device-credential'
import { jsonHeaders, problemResponse, tooManyRequests } from '@/lib/http'
import { readJsonBody } from '@/lib/request-body'
import { guarded, refuseBody } from '../guarded'

const largestBody = 64 * 1024

/** Takes one response in. 201 recorded, 200 known already, 409 known with another content. */
export function POST(request: Request): Promise<Response> {
  return guarded(request, 'response', async (now, locale) => {
    const { wait, waitAt } = await waitToSend(request, now)
    if (wait > 0) return tooManyRequests(wait, locale)
    const body = await readJsonBody(request, largestBody)
    if (!body.ok) return refuseBody(body.problems, locale)
    const envelope = parseEnvelope(body.value)
    if (!envelope.ok) {
      const isKnown = await hasKnownId(body.value)
      return isKnown ? conflict(locale) : problemResponse(400, envelope.problems, locale)
    }
    const crowded = waitAt(envelope.value.door)
    if (crowded > 0) return tooManyRequests(crowded, locale)
    const credential = credentialOf(request)
    const sender = credential === null ? 'public' : { credential }
    return answer(await recordResponse(envelope.value, now, sender), envelope.value, locale)
  })
}

function answer(recorded: Recorded, { id }: Envelope, locale: Locale): Response {
  if (recorded.outcome === 'conflict') return conflict(locale)
  if (recorded.outcome !== 'refused') {
    const status = recorded.outcome === 'recorded' ? 201 : 200
    return Response.json({ id, outcome: recorded.outcome }, { status, headers: jsonHeaders })
  }
  const { problems } = recorded
  const status = statuses[problems[0]?.code ?? ''] ?? 422
  const headers: Record<string, string> = status === 401 ? { 'www-authenticate': 'Device' } : {}
  return problemResponse(status, problems, locale, { at: 'question', headers })
}

/** Refusals of the whole response; what is wrong with an answer is 422. */
const statuses: Readonly<Record<string, number>> = {
  malformed: 400,
  'unknown-door': 404,
  'unknown-version': 404,
  closed: 410,
  'device-required': 401,
  'device-unknown': 403,
  'device-revoked': 403,
  'wrong-device': 403,
}

const conflict = (locale: Locale) => problemResponse(409, [{ code: 'conflict' }], locale)

/** A known id is answered before any other refusal, even where the rest cannot be read. */
async function hasKnownId(body: unknown): Promise<boolean> {
  const given = typeof body === 'object' && body !== null && 'id' in body ? readId(body.id) : null
  return given ? isKnownResponse(given) : false
}
