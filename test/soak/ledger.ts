import { Agent, request } from 'node:http'
import { closeDatabase, useDatabase } from '@/db/client'
import { auditDatabase } from '@/db/recount/database'
import { bodyOf, surveyCodes } from '@/test/bench/bodies'
import { idOf } from '@/test/helpers/envelopes'
import { lines } from '@/test/helpers/recount'

export type Ledger = ReturnType<typeof openLedger>

/** What came back for one request; status 0 where nothing did. */
type Reply = Readonly<{ status: number; retryAfter: string | undefined }>

/** A sender that keeps in mind which of its responses were acknowledged. The seed says what it sends, in which order. */
export function openLedger(seed: number) {
  /** Frozen when it is made: sent again, a response is the same to the last byte. */
  const bodies = new Map<string, string>()
  const acknowledged = new Set<string>()
  /** How often each status came; 0 for no answer. */
  const statuses: Record<number, number> = {}
  return { bodies, acknowledged, statuses, next, send, adopt, unanswered, pour }

  /** The id of a new response, not sent yet. */
  function next(): string {
    const number = bodies.size
    const id = idOf(`${seed} ${number}`)
    const code = surveyCodes[number % surveyCodes.length] ?? 'kiosk-1'
    bodies.set(id, bodyOf(code, seed, number, id))
    return id
  }

  async function send(origin: string, id: string, agent?: Agent): Promise<Reply> {
    const reply = await post(origin, bodies.get(id) ?? '', agent)
    statuses[reply.status] = (statuses[reply.status] ?? 0) + 1
    if (reply.status === 201 || reply.status === 200) acknowledged.add(id)
    return reply
  }

  /** Takes in what was acknowledged on another way. */
  function adopt(id: string): void {
    bodies.set(id, '')
    acknowledged.add(id)
  }

  function unanswered(): string[] {
    return [...bodies.keys()].filter((id) => !acknowledged.has(id))
  }

  /** So many clients send new responses one after the other until told to stop, or until nobody answers any more. */
  function pour(origin: string, { clients, pauseMs = 0 }: { clients: number; pauseMs?: number }) {
    const agent = new Agent({ keepAlive: true, maxSockets: clients })
    let isOver = false
    const client = async () => {
      while (!isOver) {
        const { status } = await send(origin, next(), agent)
        if (status === 0) return
        if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    }
    const ended = Promise.all(Array.from({ length: clients }, client))
    return async () => {
      isOver = true
      await ended
      agent.destroy()
    }
  }
}

/** Sends again what was not acknowledged; everything but 201 and 200 is a fault. */
export async function settle(ledger: Ledger, origin: string): Promise<string[]> {
  const faults: string[] = []
  for (const id of ledger.unanswered()) {
    const { status } = await ledger.send(origin, id)
    if (status !== 201 && status !== 200) faults.push(`${id} sent again: ${status}`)
  }
  return faults
}

/**
 * Compares what was acknowledged with what is stored, and has everything counted anew. Works beside the app.
 * @param file of the database
 */
export async function faultsIn(file: string, ledger: Ledger): Promise<string[]> {
  const faults: string[] = []
  useDatabase(`file:${file}`)
  try {
    const stored = await lines('select id from responses')
    const ids = new Set(stored)
    if (ids.size !== stored.length) faults.push(`${stored.length - ids.size} ids stored twice`)
    const lost = [...ledger.acknowledged].filter((id) => !ids.has(id))
    if (lost.length > 0) faults.push(`${lost.length} acknowledged responses are lost: ${lost[0]} …`)
    const strange = stored.filter((id) => !ledger.bodies.has(id))
    if (strange.length > 0) faults.push(`${strange.length} responses that nobody sent`)
    await auditDatabase((sentence) => faults.push(`audit: ${sentence}`))
  } finally {
    closeDatabase()
  }
  return faults
}

function post(origin: string, body: string, agent?: Agent): Promise<Reply> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve) => {
    const nothing = () => resolve({ status: 0, retryAfter: undefined })
    const sent = request(
      {
        ...(agent ? { agent } : {}),
        host: hostname === 'localhost' ? '127.0.0.1' : hostname,
        port,
        path: '/api/v1/responses',
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (reply) => {
        // The status alone acknowledges, as for a tablet; a body that breaks off afterwards changes nothing.
        const { statusCode: status = 0, headers } = reply
        const done = () => resolve({ status, retryAfter: headers['retry-after'] })
        reply.resume().on('end', done).on('error', done).on('close', done)
      },
    )
    sent.on('error', nothing).on('close', nothing)
    sent.end(body)
  })
}
