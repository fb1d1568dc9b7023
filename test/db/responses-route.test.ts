import { createClient } from '@libsql/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { POST } from '@/app/api/v1/responses/route'
import { GET } from '@/app/api/v1/surveys/[code]/route'
import { database, write } from '@/db/client'
import { makeFirstThings } from '@/db/installation/first-start'
import { useTestDatabase } from '../helpers/database'
import { envelopeOf, idOf } from '../helpers/envelopes'
import { differences, lines } from '../helpers/recount'
import { chunkedRequest, jsonRequest } from '../helpers/requests'

useTestDatabase()
beforeEach(() => makeFirstThings(Date.now()))
afterEach(() => vi.useRealTimers())

const path = '/api/v1/responses'
const post = async (body: unknown, at = path, headers: HeadersInit = {}) => {
  const response = await POST(jsonRequest(at, body, headers))
  return { status: response.status, headers: response.headers, body: await response.json() }
}
const send = (seed: string | number, changes: object = {}) =>
  post({ ...envelopeOf(seed, Date.now()), ...changes })

describe('POST /api/v1/responses', () => {
  it('201 when recorded, 200 when known, 409 for another content', async () => {
    const body = envelopeOf(1, Date.now())
    expect(await post(body)).toMatchObject({
      status: 201,
      body: { id: idOf(1), outcome: 'recorded' },
    })
    expect(await post(body)).toMatchObject({ status: 200, body: { outcome: 'replayed' } })
    const other = await post({ ...body, answers: { overall: 1 } })
    expect(other).toMatchObject({ status: 409, body: { problems: [{ code: 'conflict' }] } })
    expect((await post({ id: idOf(1) })).status).toBe(409)
  })

  it('500 at concurrency 50 are 500 × 201, the same again 500 × 200', async () => {
    const bodies = Array.from({ length: 500 }, (_, i) => envelopeOf(i, Date.now()))
    const run = async () => {
      const statuses: number[] = []
      const left = [...bodies]
      const worker = async () => {
        for (let next = left.pop(); next; next = left.pop())
          statuses.push((await post(next)).status)
      }
      await Promise.all(Array.from({ length: 50 }, worker))
      return statuses
    }
    expect(await run()).toEqual(Array(500).fill(201))
    expect(await run()).toEqual(Array(500).fill(200))
    expect(await lines("select sum(n) from tallies where slice = 'total'")).toEqual(['500'])
    expect(await differences()).toEqual([])
  })

  it('50 at once of the same: one 201', async () => {
    const body = envelopeOf('same', Date.now())
    const statuses = (await Promise.all(Array.from({ length: 50 }, () => post(body)))).map(
      (r) => r.status,
    )
    expect(statuses.sort()).toEqual([...Array(49).fill(200), 201])
  })
})

describe('POST /api/v1/responses refuses', () => {
  it('422 lists each problem with its question and a sentence in the language', async () => {
    const answers = { overall: 6, reasons: ['x'], colour: 1 }
    const { status, body } = await post(envelopeOf(1, Date.now(), { answers }), `${path}?lang=en`)
    expect(status).toBe(422)
    expect(body.problems).toEqual([
      {
        question: 'colour',
        code: 'unknown-question',
        message: 'This survey does not have that question.',
      },
      {
        question: 'overall',
        code: 'out-of-range',
        message: 'Please choose one of the five levels.',
      },
      {
        question: 'reasons',
        code: 'unknown-option',
        message: 'Please choose something from the list.',
      },
    ])
  })

  it.each([
    ['no JSON', '{"id":', 400, 'not-json'],
    ['no object', '[]', 400, 'malformed'],
    ['no id', {}, 400, 'malformed'],
    ['an unknown door', { ...envelopeOf(1, 1e12), door: 'nowhere' }, 404, 'unknown-door'],
    [
      'an unknown version',
      { ...envelopeOf(1, 1e12), surveyVersionId: 'x@1' },
      404,
      'unknown-version',
    ],
  ])('%s is refused', async (_, body, status, code) => {
    const refused = await post(body)
    expect(refused.status).toBe(status)
    expect(refused.body.problems[0]).toMatchObject({ code, message: expect.stringMatching(/\S/) })
    expect(await lines('select count(*) from responses')).toEqual(['0'])
  })

  it('415 for anything but JSON', async () => {
    const refused = await post({}, path, { 'content-type': 'text/plain' })
    expect(refused.status).toBe(415)
  })

  it('413 over 64 KiB, and reads no further when it comes in pieces', async () => {
    expect((await send(1, { answers: { overall: 5, comment: 'x'.repeat(70_000) } })).status).toBe(
      413,
    )
    let given = 0
    function* endless() {
      for (;;) yield new Uint8Array(16 * 1024 + 0 * given++).fill(32)
    }
    expect((await POST(chunkedRequest(path, endless()))).status).toBe(413)
    expect(given).toBeLessThan(10)
  })

  it('410 when closed, 401 for a device without its credential', async () => {
    await write([
      "update surveys set closed_at = opened_at + 1 where code = 'kiosk-1'",
      `insert into doors (code, kind, channel, survey_id, unit_id, opened_at)
        select 'tablet', 'device', 'kiosk', survey_id, unit_id, 0 from doors where code = 'desk-8'`,
    ])
    expect((await send(1)).status).toBe(410)
    const device = await send(2, {
      door: 'tablet',
      surveyVersionId: 'desk-8@1',
      answers: { q8: 1 },
    })
    expect(device.status).toBe(401)
    expect(device.headers.get('www-authenticate')).toBe('Device')
  })
})

describe('when it is too much', () => {
  it('503 with Retry-After while a foreign process holds the database, then on as before', async () => {
    const { rows } = await database().$client.execute('PRAGMA database_list')
    const foreign = createClient({ url: `file:${rows[0]?.file}` })
    const held = await foreign.transaction('write')
    const refused = await send(1)
    expect(refused).toMatchObject({ status: 503, body: { problems: [{ code: 'unavailable' }] } })
    expect(refused.headers.get('retry-after')).toBe('5')
    held.close()
    foreign.close()
    expect((await send(1)).status).toBe(201)
  })

  it('429 with Retry-After for a flood through one door, and other doors stay open', async () => {
    const flood = { ...envelopeOf(1, 1e12), door: 'flooded' }
    const statuses: number[] = []
    let last = new Response()
    // The clock stands still: no allowance comes back, however slow the machine is.
    vi.useFakeTimers({ toFake: ['Date'] })
    for (let i = 0; i < 10_001; i++) {
      last = await POST(jsonRequest(path, flood))
      statuses.push(last.status)
    }
    expect(statuses.indexOf(429)).toBe(10_000)
    const refused = { headers: last.headers, body: await last.json() }
    expect(refused.body).toMatchObject({ problems: [{ code: 'too-many-requests' }] })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await send(1)).status).toBe(201)
  })
})

describe('GET /api/v1/surveys/{code}', () => {
  const get = async (code: string) => {
    const request = new Request(`http://localhost:3000/api/v1/surveys/${code}`)
    const response = await GET(request, { params: Promise.resolve({ code }) })
    return { status: response.status, body: await response.json() }
  }

  it('gives the version, its languages and its questions', async () => {
    const { status, body } = await get('kiosk-1')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      code: 'kiosk-1',
      door: 'kiosk-1',
      versionId: 'kiosk-1@1',
      channel: 'link',
      languages: ['vi', 'en', 'km'],
      draftLanguages: ['km'],
    })
    expect(body.questions.map(({ id }: { id: string }) => id)).toEqual([
      'overall',
      'reasons',
      'comment',
    ])
  })

  it('404 unknown, 410 closed', async () => {
    await write(["update surveys set closed_at = opened_at + 1 where code = 'desk-8'"])
    expect((await get('nowhere')).status).toBe(404)
    expect((await get('desk-8')).status).toBe(410)
  })
})
