import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../helpers/app'
import { signIn } from '../helpers/sign-in'

let app: App
let cookie: string
let asset: string
beforeAll(async () => {
  app = await startApp()
  cookie = await signIn(app)
  const page = await (await fetch(`${app.origin}/s/kiosk-1`)).text()
  asset = /\/_next\/static\/[^"]+\.js/.exec(page)?.[0] ?? ''
})
afterAll(async () => {
  await app.stop()
  app.remove()
})

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(app.origin + path, { redirect: 'manual', headers })

const common = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
}
const shown = ({ headers }: Response) =>
  Object.fromEntries(Object.keys(common).map((name) => [name, headers.get(name)]))

const period = 'unit=office&survey=kiosk-1&from=2026-01-01&to=2026-03-31'
const pages = [
  '/',
  '/kiosk',
  '/s/kiosk-1',
  '/s/kiosk-1/thanks',
  '/sign-in',
  '/nothing',
  '/s/nothing',
  '/s/%ff',
]
const staffPages = ['/dashboard', '/dashboard/limits', '/dashboard/people', '/dashboard/nothing']
const personal = [
  ...staffPages,
  `/dashboard/export/figures.csv?${period}`,
  `/dashboard/export/figures.xlsx?${period}`,
  `/dashboard/export/responses.csv?${period}`,
  `/api/v1/rates?${period}`,
  '/dashboard/dossiers/template.csv',
]

describe('every answer', () => {
  it.each([
    ...pages,
    ...personal,
    '/dashboard/units?lang=en',
    '/s/kiosk-1/closed',
    '/api/auth/csrf',
    '/api/auth/nothing',
    '/api/v1/openapi.json',
    '/api/v1/surveys/kiosk-1',
    '/api/v1/surveys/nothing',
    '/api/v1/responses',
    '/api/v1/devices/self',
    '/api/v1/rates',
    '/api/health/live',
    '/api/health/ready',
    '/sw.js',
    '/build.js',
    '/khmer.woff2',
    '/icon.svg',
    '/_next/static/nothing.js',
  ])('to %s has the headers that all have', async (path) => {
    const answer = await get(path, { cookie })
    expect(shown(answer)).toEqual(common)
    // On plain http it would shut people out.
    expect(answer.headers.get('strict-transport-security')).toBeNull()
    expect(answer.headers.get('x-powered-by')).toBeNull()
  })

  it('of the files that are made with the app, of posts and of redirects has them too', async () => {
    expect(asset).not.toBe('')
    const posted = (path: string, type: string) =>
      fetch(app.origin + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': type },
        body: '{',
      })
    for (const answer of [
      await get(asset),
      await get('/dashboard'),
      await posted('/api/v1/responses', 'application/json'),
      await posted('/s/kiosk-1/send', 'application/x-www-form-urlencoded'),
      await posted('/dashboard/limits/exempt', 'application/x-www-form-urlencoded'),
      await posted('/sign-in', 'text/plain'),
    ]) {
      expect([answer.url, shown(answer)]).toEqual([answer.url, common])
    }
  })

  it('of a one-time link keeps its address to itself', async () => {
    for (const path of ['/join/secret', '/join/secret/busy']) {
      expect((await get(path)).headers.get('referrer-policy')).toBe('no-referrer')
    }
  })
})

describe('pages', () => {
  it.each([...pages, ...staffPages])(
    '%s runs only scripts with the nonce of this answer',
    async (path) => {
      const policyOf = async () =>
        (await get(path, { cookie })).headers.get('content-security-policy') ?? ''
      const [one, another] = [await policyOf(), await policyOf()]
      expect(one).toMatch(/^default-src 'none'; script-src 'nonce-[\w+/=]{24}' 'strict-dynamic'/)
      expect(one).toMatch(/frame-ancestors 'none'$/)
      expect(one).not.toContain('unsafe')
      expect(one).not.toBe(another)
    },
  )

  it('that are made for a post run no script and stand in no frame', async () => {
    const body = new URLSearchParams({ a: 'b' })
    for (const path of ['/sign-in', '/s/kiosk-1', '/s/kiosk-1/send']) {
      const answer = await fetch(app.origin + path, { method: 'POST', body })
      const policy = answer.headers.get('content-security-policy')
      expect([path, policy]).toEqual([
        path,
        expect.stringMatching(/script-src 'none'.*frame-ancestors 'none'/),
      ])
    }
  })
})

it.each(personal)('%s is kept by nobody', async (path) => {
  const answer = await get(path, { cookie })
  expect(answer.headers.get('cache-control')).toContain('no-store')
})

it('where it is known under https, every answer says so', async () => {
  const secure = await startApp({ env: { NEXTAUTH_URL: 'https://khaosat.example' } })
  for (const path of [
    '/',
    '/nothing',
    '/dashboard',
    '/api/v1/responses',
    '/api/health/live',
    '/sw.js',
    asset,
  ]) {
    const answer = await fetch(secure.origin + path, { redirect: 'manual' })
    expect([path, answer.headers.get('strict-transport-security')]).toEqual([
      path,
      'max-age=31536000',
    ])
  }
  await secure.stop()
  secure.remove()
})
