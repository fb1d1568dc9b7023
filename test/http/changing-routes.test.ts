import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../helpers/app'
import { listChangingRoutes } from '../helpers/changing-routes'
import { flood } from '../helpers/flood'
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

/**
 * What does not follow the rule of the staff's forms, each with its reason in docs/decisions/030: what another site gets,
 * what a wrong content type gets, and the type that is right.
 */
const open: Readonly<Record<string, { foreign?: 403; wrongType?: 415 | 400; type?: string }>> = {
  '/api/v1/responses': { wrongType: 415, type: 'application/json' },
  '/api/v1/devices': { wrongType: 415, type: 'application/json' },
  // Its credential is asked for first.
  '/api/v1/devices/self/report': { type: 'application/json' },
  '/s/office/send': { foreign: 403, wrongType: 400 },
  '/join/x/password': { foreign: 403, wrongType: 415 },
  '/api/auth/callback/credentials': { foreign: 403, wrongType: 415 },
  // Takes no body.
  '/sign-out': { foreign: 403 },
}

const formType = 'application/x-www-form-urlencoded'
const routes = listChangingRoutes()
const staff = routes.filter((path) => !(path in open))

const post = async (path: string, headers: Record<string, string>, body = '') => {
  const url = app.origin + path
  const answer = await fetch(url, { method: 'POST', redirect: 'manual', headers, body })
  await answer.text()
  return answer.status
}
const postAll = async (paths: readonly string[], headers: Record<string, string>) => {
  const statuses: [string, number][] = []
  for (const path of paths) statuses.push([path, await post(path, headers)])
  return statuses
}
const all = (paths: readonly string[], status: number) => paths.map((path) => [path, status])
const memory = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${app.pid}/status`, 'utf8'))?.[1])

describe('routes that take something in', () => {
  it('are found', () => {
    expect(Object.keys(open).filter((path) => !routes.includes(path))).toEqual([])
    expect(staff.length).toBeGreaterThan(25)
  })

  it('of the staff refuse another site, and whoever does not say from where, signed in or not', async () => {
    const form = { cookie, 'content-type': formType }
    for (const headers of [
      { ...form, origin: 'https://elsewhere.example' },
      { ...form, origin: 'null' },
      { ...form, origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' },
      { ...form, 'sec-fetch-site': 'cross-site' },
      { ...form, 'sec-fetch-site': 'none' },
      form,
      { 'content-type': formType, origin: 'https://elsewhere.example' },
    ]) {
      expect(await postAll(staff, headers)).toEqual(all(staff, 403))
    }
  })

  it('of the staff refuse what is no form', async () => {
    const headers = { cookie, origin: app.origin }
    for (const type of ['text/plain', 'application/json', 'multipart/form-data', '']) {
      expect(await postAll(staff, { ...headers, 'content-type': type })).toEqual(all(staff, 415))
    }
  })

  it('that are public follow rules of their own', async () => {
    for (const [path, { foreign, wrongType }] of Object.entries(open)) {
      const type = 'text/plain'
      if (foreign) {
        expect([
          path,
          await post(path, { 'content-type': formType, 'sec-fetch-site': 'cross-site' }),
        ]).toEqual([path, foreign])
      }
      if (wrongType) {
        const own = { 'content-type': type, 'sec-fetch-site': 'same-origin' }
        expect([path, await post(path, own)]).toEqual([path, wrongType])
      }
    }
  })
})

describe('a body of sixty megabytes without a length', () => {
  it('is refused early everywhere, and takes no memory', async () => {
    const before = memory()
    for (const path of routes) {
      const type = open[path]?.type ?? formType
      // Signing out works: whoever sends the cookie there is a stranger to all that follows.
      const own = path === '/sign-out' ? {} : { cookie }
      const headers = { ...own, origin: app.origin, 'content-type': type }
      const answer = await flood(app.origin + path, headers)
      // Read no further: what does not fit, or a public route that does not look at the body at all.
      const early = path in open ? [413, 415, 401, 303] : [413, 415]
      expect([path, early.includes(answer.status)]).toEqual([path, true])
      expect([path, answer.sentBytes < 20 * 1024 * 1024]).toEqual([path, true])
    }
    expect(memory() - before).toBeLessThan(150_000)
  })

  it('in a form with a file is passed by up to a point, so that the browser hears why', async () => {
    const type = 'multipart/form-data; boundary=x'
    const headers = { cookie, origin: app.origin, 'content-type': type }
    for (const path of staff.filter((one) => one.endsWith('/import/read'))) {
      const { status, location, sentBytes } = await flood(app.origin + path, headers)
      // Not to the sign-in, which asks for no body.
      expect([path, status, location.split('?')[0]]).toEqual([path, 303, path.replace('/read', '')])
      expect(sentBytes).toBeLessThan(50 * 1024 * 1024)
    }
  })

  it('sent slowly by many, hinders nobody', async () => {
    const types = { cookie, origin: app.origin, 'content-type': formType }
    const many = Array.from({ length: 30 }, () =>
      flood(`${app.origin}/dashboard/limits/exempt`, types),
    )
    const page = await fetch(`${app.origin}/s/kiosk-1`)
    expect(page.status).toBe(200)
    expect(new Set((await Promise.all(many)).map(({ status }) => status))).toEqual(new Set([413]))
  })
})
