import { beforeEach, describe, expect, it } from 'vitest'
import { POST as report } from '@/app/api/v1/devices/self/report/route'
import { GET as self } from '@/app/api/v1/devices/self/route'
import { POST as sendResponse } from '@/app/api/v1/responses/route'
import { write } from '@/db/client'
import { makeFirstThings } from '@/db/installation/first-start'
import { useTestDatabase } from '../helpers/database'
import { envelopeOf } from '../helpers/envelopes'
import { lines } from '../helpers/recount'
import { jsonRequest } from '../helpers/requests'
import { enrolAt } from '../helpers/tablet'

useTestDatabase()
beforeEach(() => makeFirstThings(Date.now()))

const base = '/api/v1/devices/self'
const bearing = (credential?: string): Record<string, string> =>
  credential === undefined ? {} : { authorization: `Device ${credential}` }

async function answerOf(given: Promise<Response>) {
  const response = await given
  return { status: response.status, headers: response.headers, body: await response.json() }
}
const getSelf = (headers: Record<string, string>) =>
  answerOf(self(new Request(`http://localhost:3000${base}`, { headers })))
const sendReport = (body: object, headers: Record<string, string>) =>
  answerOf(report(jsonRequest(`${base}/report`, body, headers)))
const send = (body: object, credential?: string) =>
  answerOf(sendResponse(jsonRequest('/api/v1/responses', body, bearing(credential))))

const nobodys = 'A'.repeat(43)
const endAll = () => write(['update devices set revoked_at = 1'])
const problem = (status: number, code: string) => ({
  status,
  body: { problems: [{ code, message: expect.stringMatching(/\S/) }] },
})

describe('GET /api/v1/devices/self', () => {
  it('says where the device stands, what it asks and what time it is', async () => {
    const { credential, doors } = await enrolAt({ surveys: ['kiosk-1', 'sipas-22'] }, Date.now())
    const before = Date.now()
    const { status, headers, body } = await getSelf(bearing(credential))
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toMatchObject({
      unit: { code: 'office' },
      desk: { code: '1', label: 'Quầy số 1' },
      surveys: [
        { door: doors[0], surveyVersionId: 'kiosk-1@1', locales: ['vi', 'en', 'km'] },
        { door: doors[1], surveyVersionId: 'sipas-22@1' },
      ],
    })
    expect(body.serverTime).toBeGreaterThanOrEqual(before)
    expect(JSON.stringify(body)).not.toContain(credential)
  })

  it('has no question that is never put on a tablet, and no survey that is closed', async () => {
    const { credential } = await enrolAt({ surveys: ['kiosk-1', 'sipas-22'] }, Date.now())
    await write(["update surveys set closed_at = opened_at + 1 where code = 'kiosk-1'"])
    const { body } = await getSelf(bearing(credential))
    expect(body.surveys).toHaveLength(1)
    const { questions } = body.surveys[0].definition
    expect(questions.length).toBeGreaterThan(20)
    for (const { channels } of questions) expect(channels ?? ['kiosk']).toContain('kiosk')
  })

  it('401 without a known credential, 403 once it was revoked or replaced', async () => {
    const missing = await getSelf({})
    expect(missing).toMatchObject(problem(401, 'device-required'))
    expect(missing.headers.get('www-authenticate')).toBe('Device')
    for (const header of ['Bearer x', 'Device', `Device ${nobodys}`, 'Device short']) {
      expect(await getSelf({ authorization: header })).toMatchObject(problem(401, 'device-unknown'))
    }
    const first = await enrolAt({}, Date.now())
    const second = await enrolAt({ previous: first.credential }, Date.now())
    expect(await getSelf(bearing(first.credential))).toMatchObject(problem(403, 'device-revoked'))
    expect((await getSelf(bearing(second.credential))).status).toBe(200)
    await endAll()
    expect(await getSelf(bearing(second.credential))).toMatchObject(problem(403, 'device-revoked'))
  })
})

describe('POST /api/v1/devices/self/report', () => {
  const said = {
    queueLength: 3,
    oldestWaitingAt: 0,
    quarantineLength: 1,
    appVersion: '0.1.0+abc',
    storagePersisted: true,
    storageFree: 5_000_000_000,
    clockOffset: -1200,
    sentAt: 0,
  }

  it('keeps what the device tells, with its instant on the server’s clock', async () => {
    const { credential } = await enrolAt({}, Date.now())
    // A tablet that lives in 2019 and has something waiting for an hour.
    const sentAt = Date.UTC(2019, 0, 1)
    const before = Date.now()
    const told = { ...said, sentAt, oldestWaitingAt: sentAt - 3_600_000 }
    const answer = await sendReport(told, bearing(credential))
    expect(answer).toMatchObject({ status: 200, body: { serverTime: expect.any(Number) } })
    const [kept = ''] = await lines(
      `select queue_length, quarantine_length, app_version, storage_persisted, storage_free, clock_offset,
        oldest_waiting_at, last_seen_at = reported_at from devices`,
    )
    const [queue, quarantine, version, persisted, free, offset, oldest, seen] = kept.split(' ')
    expect([queue, quarantine, version, persisted, free, offset, seen]).toEqual(
      '3 1 0.1.0+abc 1 5000000000 -1200 1'.split(' '),
    )
    expect(Math.abs(Number(oldest) - (before - 3_600_000))).toBeLessThan(2000)
  })

  it('nothing waits, and the browser cannot say: null', async () => {
    const { credential } = await enrolAt({}, Date.now())
    const silent = { oldestWaitingAt: null, storagePersisted: null, storageFree: null }
    const told = { ...said, ...silent, clockOffset: null, queueLength: 0 }
    expect((await sendReport(told, bearing(credential))).status).toBe(200)
  })

  it.each([
    ['queueLength', { ...said, queueLength: -1 }],
    ['sentAt', { ...said, sentAt: 'now' }],
    ['appVersion', { ...said, appVersion: 'a b' }],
    ['clockOffset', { ...said, clockOffset: 1.5 }],
  ])('400 names %s where it is wrong', async (field, body) => {
    const { credential } = await enrolAt({}, Date.now())
    const answer = await sendReport(body, bearing(credential))
    expect(answer.status).toBe(400)
    expect(answer.body.problems).toEqual([
      { field, code: 'malformed', message: expect.stringMatching(/\S/) },
    ])
  })

  it('401, 403, 413 and 415 as everywhere', async () => {
    const { credential } = await enrolAt({}, Date.now())
    expect((await sendReport(said, {})).status).toBe(401)
    const long = { ...said, appVersion: 'x'.repeat(5000) }
    expect((await sendReport(long, bearing(credential))).status).toBe(413)
    const plain = { ...bearing(credential), 'content-type': 'text/plain' }
    expect((await sendReport(said, plain)).status).toBe(415)
    await endAll()
    expect((await sendReport(said, bearing(credential))).status).toBe(403)
  })
})

describe('POST /api/v1/responses through the door of a device', () => {
  const bodyOf = (door = '') => envelopeOf(door, Date.now(), { door, surveyVersionId: 'kiosk-1@1' })
  const stored = () => lines('select count(*) from responses')

  it('takes what its device sends', async () => {
    const { credential, doors } = await enrolAt({}, Date.now())
    const body = { ...bodyOf(doors[0]), clockOffset: 40 }
    expect((await send(body, credential)).status).toBe(201)
    expect((await send({ ...body, clockOffset: 60, sentAt: Date.now() }, credential)).status).toBe(
      200,
    )
    expect(await lines('select channel, clock_offset from responses')).toEqual(['kiosk 40'])
  })

  it('401 without a credential, 403 for nobody’s, another device’s and a revoked one', async () => {
    const own = await enrolAt({}, Date.now())
    const other = await enrolAt({}, Date.now())
    const body = bodyOf(own.doors[0])
    const bare = await send(body)
    expect(bare).toMatchObject(problem(401, 'device-required'))
    expect(bare.headers.get('www-authenticate')).toBe('Device')
    expect(await send(body, nobodys)).toMatchObject(problem(403, 'device-unknown'))
    expect(await send(body, other.credential)).toMatchObject(problem(403, 'wrong-device'))
    await endAll()
    expect(await send(body, own.credential)).toMatchObject(problem(403, 'device-revoked'))
    expect(await stored()).toEqual(['0'])
  })

  it('asks who sends before it looks at the answers', async () => {
    const { doors } = await enrolAt({}, Date.now())
    expect((await send({ ...bodyOf(doors[0]), answers: {} })).status).toBe(401)
  })

  it('a known response is answered as such, whoever sends it again', async () => {
    const { credential, doors } = await enrolAt({}, Date.now())
    const body = bodyOf(doors[0])
    expect((await send(body, credential)).status).toBe(201)
    await endAll()
    expect((await send(body, credential)).status).toBe(200)
    expect((await send(body)).status).toBe(200)
    expect((await send({ ...body, answers: { overall: 1 } }, credential)).status).toBe(409)
    expect(await stored()).toEqual(['1'])
  })

  it('a link stays open to everybody, with or without a credential', async () => {
    const { credential } = await enrolAt({}, Date.now())
    expect((await send(bodyOf('kiosk-1'), credential)).status).toBe(201)
  })

  it.each([1.5, 'x', {}])('400 for the clock offset %j', async (clockOffset) => {
    const answer = await send({ ...bodyOf('kiosk-1'), clockOffset })
    expect(answer).toMatchObject({ status: 400, body: { problems: [{ field: 'clockOffset' }] } })
  })
})

// Last: the allowance belongs to the number of a device, and every test starts with number 1.
it('429 for a device that asks without end, and others go on', async () => {
  const busy = await enrolAt({}, Date.now())
  const other = await enrolAt({}, Date.now())
  const statuses: number[] = []
  for (let i = 0; i < 70; i++) statuses.push((await getSelf(bearing(busy.credential))).status)
  expect(statuses).toContain(429)
  expect((await getSelf(bearing(other.credential))).status).toBe(200)
})
