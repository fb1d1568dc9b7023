import { Outbox } from '@/lib/outbox'
import { type Body, postResponse } from '@/lib/outbox-delivery'

/**
 * `queued`: on the disk of this device, being sent · `sent`: the server has it · `older`: an earlier body of it is safe,
 * and this one came too late · else nothing is kept anywhere.
 */
export type Submission =
  | Readonly<{ state: 'queued' | 'sent' | 'older' }>
  | Readonly<{ state: 'unsent' }>
  | Readonly<{ state: 'refused'; reasons: readonly string[] }>

let known: Outbox | undefined

/** The queue of this page. Made in the browser only. */
export function outbox(): Outbox {
  known ??= new Outbox()
  return known
}

/**
 * Hands a frozen response over: to the queue on the disk, or, where the browser refuses to store (private mode),
 * straight to the server. `queued` and `sent` are the only states in which a person may be thanked.
 */
export const submitResponse = (id: string, body: Body) =>
  submit(body, () => outbox().enqueue(id, body))

/** The same for a tablet: the response takes the place of its draft. */
export const submitDraft = (id: string, body: Body, credential: string) =>
  submit(body, () => outbox().freeze(id, body), credential)

/** Lets the thanks be drawn before the sending begins: slow tablets do one after the other. */
const drawing = 150

async function submit(
  body: Body,
  store: () => Promise<unknown>,
  credential?: string,
): Promise<Submission> {
  let outcome: unknown
  try {
    outcome = await store()
  } catch {
    return await sendNow(body, credential)
  }
  setTimeout(() => void outbox().flush(true), drawing)
  return { state: outcome === 'older' ? 'older' : 'queued' }
}

async function sendNow(body: Body, credential?: string): Promise<Submission> {
  const delivery = await postResponse(body, credential)
  if (delivery.outcome === 'accepted') return { state: 'sent' }
  if (delivery.outcome === 'later') return { state: 'unsent' }
  return { state: 'refused', reasons: delivery.reasons }
}
