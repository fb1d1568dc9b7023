import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { POST } from '@/app/api/v1/devices/route'
import { makeFirstThings } from '@/db/installation/first-start'
import { groupCode } from '@/domain/enrolment'
import { useTestDatabase } from '../helpers/database'
import { namePeers } from '../helpers/peer'
import { jsonRequest } from '../helpers/requests'
import { enrolAt, makeCodeAt } from '../helpers/tablet'

useTestDatabase()
let stopNaming: () => void
beforeAll(() => {
  stopNaming = namePeers()
})
afterAll(() => stopNaming())
beforeEach(() => makeFirstThings(Date.now()))

async function enrol(body: unknown, { path = '/api/v1/devices', headers = {} } = {}) {
  const response = await POST(jsonRequest(path, body, headers))
  return { status: response.status, headers: response.headers, body: await response.json() }
}

/** From this address, as the start command writes it down. */
const at = (address: string) => ({ headers: { 'x-hai-long-peer': address } })

// The order matters: the tries of all tests come out of one allowance.
describe('POST /api/v1/devices', () => {
  it('201 with the credential and the place; the code may be typed as people type', async () => {
    const code = await makeCodeAt({}, Date.now())
    const typed = ` ${groupCode(code).toLowerCase()} `
    expect(await enrol({ code: typed })).toMatchObject({
      status: 201,
      body: {
        deviceId: 1,
        credential: expect.stringMatching(/^[\w-]{43}$/),
        name: 'Quầy số 1',
        unit: { code: 'office', name: 'Bộ phận một cửa' },
        desk: { code: '1', label: 'Quầy số 1' },
      },
    })
    const again = await enrol({ code }, { path: '/api/v1/devices?lang=en' })
    expect(again.status).toBe(404)
    expect(again.body.problems).toEqual([
      {
        field: 'code',
        code: 'unknown-code',
        message:
          'The code is wrong, has been used, or is more than ten minutes old. Please get a new one.',
      },
    ])
  })

  it('with its earlier credential it is the same device', async () => {
    const { deviceId, credential } = await enrolAt({}, Date.now())
    const code = await makeCodeAt({}, Date.now())
    const again = await enrol({ code, previous: { credential } })
    expect(again).toMatchObject({ status: 201, body: { deviceId } })
    expect(again.body.credential).not.toBe(credential)
  })

  it.each([
    [400, 'malformed', {}],
    [400, 'malformed', { code: 5 }],
    [400, 'malformed', { code: 'ABCDEFGH', previous: 'x' }],
    [400, 'not-json', '{'],
    [404, 'unknown-code', { code: 'ABCD-EFGH' }],
    [404, 'unknown-code', { code: 'much too long to be a code at all, whoever typed it' }],
    [413, 'too-large', { code: 'x'.repeat(5000) }],
  ])('%i %s', async (status, code, body) => {
    expect(await enrol(body)).toMatchObject({ status, body: { problems: [{ code }] } })
  })
})

describe('tries at codes', () => {
  it('a guesser shuts out neither other addresses nor a tablet that is known', async () => {
    const { credential } = await enrolAt({}, Date.now())
    const guesses = await Promise.all(
      Array.from({ length: 12 }, () => enrol({ code: '22222222' }, at('10.0.0.9'))),
    )
    expect(guesses.filter(({ status }) => status === 404)).toHaveLength(10)
    const code = await makeCodeAt({}, Date.now())
    const refused = await enrol({ code }, at('10.0.0.9'))
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(9)
    expect((await enrol({ code }, at('10.0.0.10'))).status).toBe(201)
    const again = { code: await makeCodeAt({}, Date.now()), previous: { credential } }
    expect((await enrol(again, at('10.0.0.9'))).status).toBe(201)
  })

  it('right codes are no guesses: a cartload of tablets is enrolled from one address', async () => {
    for (let n = 0; n < 14; n++) {
      const code = await makeCodeAt({}, Date.now())
      expect((await enrol({ code }, at('10.0.0.11'))).status).toBe(201)
    }
  })

  it('429 for all together once three hundred have guessed at once', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 330; n++) {
      statuses.push((await enrol({ code: '22222222' }, at(`10.1.${n % 250}.${n}`))).status)
    }
    expect(statuses.at(-1)).toBe(429)
    expect(statuses.filter((status) => status === 404).length).toBeGreaterThan(250)
  })
})
