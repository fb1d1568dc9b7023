/**
 * What one sending came to. `refused` is for good; `later` is worth another try, and `isGeneral` when every other
 * response would fare the same now. `isBarred`: the server does not know the device, or no longer. `isForeign`: it
 * knows the device, but takes this response from another only.
 */
export type Delivery =
  | Readonly<{ outcome: 'accepted' }>
  | Readonly<{ outcome: 'refused'; status: number; reasons: readonly string[] }>
  | Readonly<{
      outcome: 'later'
      isGeneral: boolean
      isBarred: boolean
      heldUntil: number
      isForeign?: boolean
    }>

/** A response as frozen on the device, without `sentAt`. */
export type Body = Readonly<Record<string, unknown>>
/** `credential`: for what came in through a tablet's door. */
export type Send = (body: Body, credential?: string) => Promise<Delivery>

const patience = 20_000
const largestKeptAlive = 30_000
const longestHold = 60 * 60 * 1000

/** Posts a response to the API, stamping `sentAt`. Never throws: no answer is `later`. */
export async function postResponse(body: Body, credential?: string): Promise<Delivery> {
  const authorization = credential ? { authorization: `Device ${credential}` } : {}
  const text = JSON.stringify({ ...body, sentAt: Date.now() })
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), patience)
  try {
    const response = await fetch('/api/v1/responses', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization },
      body: text,
      signal: giveUp.signal,
      // A captive portal redirects: that is no answer of ours.
      redirect: 'error',
      // Lets the sending outlive the page; browsers cap the size of such bodies.
      keepalive: text.length < largestKeptAlive,
    })
    const answer = await readJson(response)
    return judge(response.status, response.headers, answer, Date.now(), body.id)
  } catch {
    return { outcome: 'later', isGeneral: true, isBarred: false, heldUntil: 0 }
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Reads an answer of the server. Only a 2xx that names the response removes it, and only a 4xx that another try cannot
 * mend refuses it for good; both must be JSON of ours, since networks of offices and inns answer in their own way.
 */
export function judge(
  status: number,
  headers: Headers,
  json: unknown,
  now: number,
  id: unknown,
): Delivery {
  const isOurs = typeof json === 'object' && json !== null
  const isNamed = isOurs && 'id' in json && json.id === id
  if (isNamed && status >= 200 && status < 300) return { outcome: 'accepted' }
  const isFinal = status >= 400 && status < 500 && ![401, 403, 408, 425, 429].includes(status)
  if (isOurs && isFinal) return { outcome: 'refused', status, reasons: reasonsIn(json) }
  // A 500 may be the fault of this one response; it must not hold up the others.
  const isGeneral = status === 429 || status === 503
  const isBarred = isOurs && (status === 401 || status === 403)
  return { outcome: 'later', isGeneral, isBarred, heldUntil: heldUntil(headers, now) }
}

/** When `Retry-After` (seconds or a date) lets us try again; 0 without one. At most an hour on. */
function heldUntil(headers: Headers, now: number): number {
  const value = headers.get('retry-after')?.trim()
  if (!value) return 0
  const until = /^\d+$/.test(value) ? now + Number(value) * 1000 : Date.parse(value)
  return Number.isNaN(until) ? 0 : Math.min(Math.max(until, now), now + longestHold)
}

function reasonsIn(json: object): string[] {
  const problems = 'problems' in json && Array.isArray(json.problems) ? json.problems : []
  return problems
    .map((problem: unknown) =>
      typeof problem === 'object' && problem !== null && 'message' in problem
        ? problem.message
        : undefined,
    )
    .filter((message) => typeof message === 'string')
}

async function readJson(response: Response): Promise<unknown> {
  const isJson = response.headers.get('content-type')?.includes('json')
  return isJson ? await response.json().catch(() => undefined) : undefined
}
