import { randomUUID } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase, useDatabase } from '@/db/client'
import { auditDatabase } from '@/db/recount/database'
import { type App, startApp } from '../helpers/app'
import { lines } from '../helpers/recount'
import { signIn } from '../helpers/sign-in'

let app: App
beforeAll(async () => {
  app = await startApp()
  useDatabase(`file:${app.dataDir}/hai-long.db`)
})
afterAll(async () => {
  closeDatabase()
  await app.stop()
  app.remove()
})

const levels: Record<string, (level: number) => object> = {
  'kiosk-1': (level) => ({ overall: level, reasons: ['wait'] }),
  'desk-8': (level) => ({ q8: level, q1: 'collect', q2: level }),
  'sipas-22': (level) => ({ overall: level, s1: 'received', c16: level }),
}

function bodyOf(number: number, door = 'kiosk-1') {
  const now = Date.now()
  const answers = levels[door]?.(1 + (number % 5))
  return {
    id: randomUUID(),
    surveyVersionId: `${door}@1`,
    door,
    answers,
    locale: 'vi',
    startedAt: now - 20_000,
    answeredAt: now - 1000,
    sentAt: now,
  }
}

const send = (body: object, headers: Record<string, string> = {}) =>
  fetch(`${app.origin}/api/v1/responses`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })

/** How often each status came when the bodies are sent so many at a time. */
async function statusesOf(bodies: readonly object[], concurrency: number) {
  const counts: Record<number, number> = {}
  const left = [...bodies]
  const worker = async () => {
    for (let body = left.pop(); body; body = left.pop()) {
      const { status } = await send(body)
      counts[status] = (counts[status] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  return counts
}

const total = async () => Number((await lines('select count(*) from responses'))[0])

describe('many responses through the running server', () => {
  it('500 at concurrency 50 are recorded, the same again are known, and the tallies are exact', async () => {
    const before = await total()
    const doors = Object.keys(levels)
    const bodies = Array.from({ length: 500 }, (_, i) => bodyOf(i, doors[i % 3]))
    expect(await statusesOf(bodies, 50)).toEqual({ 201: 500 })
    expect(await statusesOf(bodies, 50)).toEqual({ 200: 500 })
    expect(await total()).toBe(before + 500)
    const faults: string[] = []
    await auditDatabase((sentence) => faults.push(sentence))
    expect(faults).toEqual([])
  })

  it('50 at once of the same are one', async () => {
    const body = bodyOf(1)
    expect(await statusesOf(Array(50).fill(body), 50)).toEqual({ 200: 49, 201: 1 })
  })

  it('whatever addresses they claim, nobody behind one door is locked out', async () => {
    const claims = Array.from({ length: 40 }, (_, i) => `10.0.0.${i}, 1.2.3.4`)
    const sent = claims.map((claim, i) => send(bodyOf(i), { 'x-forwarded-for': claim }))
    expect(new Set((await Promise.all(sent)).map(({ status }) => status))).toEqual(new Set([201]))
  })
})

describe('bodies', () => {
  it('a stream of sixty megabytes is refused long before its end', async () => {
    const { status, sentBytes } = await sendEndlessly(60 * 1024 * 1024)
    expect(status).toBe(413)
    expect(sentBytes).toBeLessThan(30 * 1024 * 1024)
  })

  it('are refused in the language of the person, and never cached', async () => {
    const refused = await send({ ...bodyOf(1), answers: {} }, { cookie: 'lang=en' })
    expect(refused.status).toBe(422)
    expect(refused.headers.get('cache-control')).toBe('no-store')
    expect(await refused.json()).toEqual({
      problems: [
        {
          question: 'overall',
          code: 'required',
          message: 'Please choose a level for this question.',
        },
      ],
    })
  })

  it('other methods are not allowed', async () => {
    expect((await fetch(`${app.origin}/api/v1/responses`)).status).toBe(405)
  })
})

describe('the server', () => {
  it('says that it lives and is ready, and describes itself', async () => {
    const get = async (path: string) => (await fetch(`${app.origin}${path}`)).json()
    expect(await get('/api/health/live')).toEqual({ status: 'ok' })
    expect(await get('/api/health/ready')).toEqual({ status: 'ready', writing: 'ok' })
    expect(await get('/api/v1/openapi.json')).toMatchObject({ openapi: '3.1.0' })
    expect(await get('/api/v1/surveys/desk-8')).toMatchObject({ versionId: 'desk-8@1' })
  })

  it.each(['/s/%ff', '/s/%ff/closed', '/api/v1/surveys/%ff'])(
    '404 for a code that cannot be decoded: %s',
    async (path) => expect((await fetch(app.origin + path)).status).toBe(404),
  )

  it('takes a sending that broke off for no fault of its own', async () => {
    await breakOff('/api/v1/responses')
    expect((await send(bodyOf(1))).status).toBe(201)
    expect(app.output()).not.toMatch(/aborted|ECONNRESET/)
  })

  it('says plainly that nobody can sign in while the database is locked', async () => {
    const client = createClient({ url: `file:${app.dataDir}/hai-long.db` })
    const lock = await client.transaction('write')
    await expect(signIn(app)).rejects.toThrow(/303 .*error=busy/)
    await lock.rollback()
    client.close()
    expect(await signIn(app)).toContain('hai-long.session=')
  })

  it('logs no answer, address or id', async () => {
    const body = bodyOf(1)
    await send({ ...body, answers: { overall: 9, comment: 'một lời riêng' } })
    for (const secret of [body.id, 'một lời riêng', '1.2.3.4']) {
      expect(app.output()).not.toContain(secret)
    }
  })
})

/** Sends the head and a part of the body, waits a moment and hangs up. */
async function breakOff(path: string): Promise<void> {
  const { hostname, port, host } = new URL(app.origin)
  const socket = connect(Number(port), hostname)
  const head = [`POST ${path} HTTP/1.1`, `Host: ${host}`, 'Content-Length: 90']
  socket.write([...head, 'Content-Type: application/json', '', '{'].join('\r\n'))
  await setTimeout(200)
  socket.destroy()
  await setTimeout(200)
}

/** Streams spaces without a length until the server answers or so many bytes have gone. */
function sendEndlessly(most: number): Promise<{ status: number; sentBytes: number }> {
  return new Promise((resolve, reject) => {
    let sentBytes = 0
    const piece = Buffer.alloc(64 * 1024, ' ')
    const sent = httpRequest(
      `${app.origin.replace('localhost', '127.0.0.1')}/api/v1/responses`,
      { method: 'POST', headers: { 'content-type': 'application/json' } },
      (reply) => {
        resolve({ status: reply.statusCode ?? 0, sentBytes })
        sent.destroy()
      },
    )
    const push = () => {
      while (sentBytes < most && !sent.destroyed) {
        sentBytes += piece.length
        if (!sent.write(piece)) return
      }
      sent.end()
    }
    sent.on('drain', push)
    sent.on('error', (error) => sentBytes < most || reject(error))
    push()
  })
}
