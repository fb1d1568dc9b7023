import { beforeEach, describe, expect, it } from 'vitest'
import { POST } from '@/app/api/v1/devices/route'
import { makeFirstThings } from '@/db/first-start'
import { groupCode } from '@/domain/enrolment'
import { useTestDatabase } from '../helpers/database'
import { jsonRequest } from '../helpers/requests'
import { enrolAt, makeCodeAt } from '../helpers/tablet'

useTestDatabase()
beforeEach(() => makeFirstThings(Date.now()))

async function enrol(body: unknown, path = '/api/v1/devices') {
  const response = await POST(jsonRequest(path, body))
  return { status: response.status, headers: response.headers, body: await response.json() }
}

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
    const again = await enrol({ code }, '/api/v1/devices?lang=en')
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

  it('429 after thirty tries, about one a second from then on', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 40; i++) statuses.push((await enrol({ code: '22222222' })).status)
    expect(statuses.filter((status) => status === 404).length).toBeLessThanOrEqual(31)
    const refused = await enrol({ code: await makeCodeAt({}, Date.now()) })
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('1')
  })
})
