import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../helpers/app'
import { signIn } from '../helpers/sign-in'

let app: App
let cookie: string
beforeAll(async () => {
  app = await startApp()
  cookie = await signIn(app)
})
afterAll(async () => {
  await app.stop()
  app.remove()
})

const page = '/dashboard/devices'

/** Posts a form of the page as a browser does that is signed in and stands on it. */
const submit = (path: string, fields: Record<string, string>, headers: object = {}) =>
  fetch(`${app.origin}${path}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    headers: { cookie, origin: app.origin, ...headers },
  })

const postJson = (path: string, body: object, credential?: string) =>
  fetch(`${app.origin}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      ...(credential ? { authorization: `Device ${credential}` } : {}),
    },
  })

const self = (credential: string) =>
  fetch(`${app.origin}/api/v1/devices/self`, { headers: { authorization: `Device ${credential}` } })

async function makeCode(): Promise<string> {
  const made = await submit(`${page}/code`, { desk: '1', surveys: 'kiosk-1', name: 'Máy A' })
  expect([made.status, made.headers.get('location')]).toEqual([303, `${page}#made-code`])
  const kept = made.headers.getSetCookie().find((line) => line.startsWith('hl-enrolment-code='))
  expect(kept).toMatch(/Path=\/dashboard; Max-Age=600; HttpOnly; SameSite=Strict/)
  return /=([^;]+)/.exec(kept ?? '')?.[1] ?? ''
}

type Enrolled = { deviceId: number; credential: string }

async function enrol(code: string): Promise<Enrolled> {
  const answer = await postJson('/api/v1/devices', { code })
  expect(answer.status).toBe(201)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.getSetCookie()).toEqual([])
  return (await answer.json()) as Enrolled
}

function responseOf(door: string) {
  const now = Date.now()
  return {
    id: randomUUID(),
    surveyVersionId: 'kiosk-1@1',
    door,
    answers: { overall: 5 },
    locale: 'vi',
    startedAt: now - 2000,
    answeredAt: now - 1000,
    sentAt: now,
    clockOffset: 0,
  }
}

describe('a tablet through the running server', () => {
  it('is enrolled, asks, sends, is revoked at once, and leaves no secret in the log', async () => {
    const code = await makeCode()
    const { deviceId, credential } = await enrol(code)
    expect((await postJson('/api/v1/devices', { code })).status).toBe(404)

    const asked = await self(credential)
    expect([asked.status, asked.headers.getSetCookie()]).toEqual([200, []])
    const { surveys, device } = (await asked.json()) as {
      surveys: { door: string }[]
      device: object
    }
    expect(device).toEqual({ id: deviceId, name: 'Máy A' })
    const door = surveys[0]?.door ?? ''
    const body = responseOf(door)
    expect((await postJson('/api/v1/responses', body)).status).toBe(401)
    expect((await postJson('/api/v1/responses', body, credential)).status).toBe(201)

    const revoked = await submit(`${page}/${deviceId}/revoke`, {})
    expect([revoked.status, revoked.headers.get('location')]).toEqual([303, `${page}?done=revoked`])
    expect((await self(credential)).status).toBe(403)
    expect((await postJson('/api/v1/responses', responseOf(door), credential)).status).toBe(403)
    expect((await postJson('/api/v1/responses', body, credential)).status).toBe(200)
    for (const secret of [code, credential]) expect(app.output()).not.toContain(secret)
  })

  it('two hundred at once through its door are two hundred', async () => {
    const { credential } = await enrol(await makeCode())
    const { surveys } = (await (await self(credential)).json()) as { surveys: { door: string }[] }
    const bodies = Array.from({ length: 200 }, () => responseOf(surveys[0]?.door ?? ''))
    const sent = bodies.map((body) => postJson('/api/v1/responses', body, credential))
    const statuses = (await Promise.all(sent)).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([201]))
  })
})

describe('the forms of the page of devices', () => {
  it('take nothing from another site, nor from anybody who is not signed in', async () => {
    const forms = ['code', 'desk', 'silence', '1/revoke']
    for (const form of forms) {
      const foreign = await submit(`${page}/${form}`, {}, { origin: 'https://evil.example' })
      expect([form, foreign.status]).toEqual([form, 403])
      const nobody = await submit(`${page}/${form}`, {}, { cookie: '' })
      expect([form, nobody.status]).toEqual([form, 303])
      expect(nobody.headers.get('location')).toBe(
        `/sign-in?next=${encodeURIComponent(page)}&unsaved=1`,
      )
    }
  })

  it.each([
    ['code', { desk: '999', surveys: 'kiosk-1' }],
    ['code', { desk: 'x', surveys: 'kiosk-1' }],
    ['desk', { unit: 'nowhere', code: '2', label: 'Quầy 2' }],
    ['999/revoke', {}],
    ['x/revoke', {}],
  ])('answer 404 for what is not there: %s %j', async (form, fields) => {
    expect((await submit(`${page}/${form}`, fields)).status).toBe(404)
  })

  it.each([
    ['code', { desk: '1' }, 'no-survey', 'surveys'],
    ['desk', { unit: 'office', code: '1', label: 'x' }, 'desk-exists', 'code'],
    ['desk', { unit: 'office', code: '', label: 'x' }, 'blank-desk', 'code'],
    ['silence', { hours: '0' }, 'not-hours', 'hours'],
  ])('lead back with what was wrong: %s %j', async (form, fields, problem, field) => {
    const answer = await submit(`${page}/${form}`, fields)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`${page}?problem=${problem}&field=${field}`)
  })

  it('413 and 415 as everywhere', async () => {
    expect((await submit(`${page}/desk`, { label: 'x'.repeat(20_000) })).status).toBe(413)
    const json = { 'content-type': 'application/json' }
    expect((await submit(`${page}/desk`, {}, json)).status).toBe(415)
  })
})

/** Posts to the app from another of this machine's own addresses. */
const postFrom = (localAddress: string, body: object, headers: Record<string, string>) =>
  new Promise<number>((resolve, reject) => {
    const { port } = new URL(app.origin)
    const options = { host: '127.0.0.1', port, localAddress, method: 'POST' }
    const all = { 'content-type': 'application/json', ...headers }
    const sent = request({ ...options, path: '/api/v1/devices', headers: all }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end(JSON.stringify(body))
  })

it('tells a guesser by the connection, whatever the request says of itself', async () => {
  const wrong = { code: '22222222' }
  const statuses: number[] = []
  for (let n = 0; n < 12; n++) {
    const lies = { 'x-hai-long-peer': `10.0.0.${n}`, 'x-forwarded-for': `10.0.0.${n}` }
    statuses.push(await postFrom('127.0.0.2', wrong, lies))
  }
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(404))
  expect(statuses.slice(10)).toEqual([429, 429])
  await enrol(await makeCode())
})
