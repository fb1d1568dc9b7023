import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type App, startApp } from '../helpers/app'
import { signIn } from '../helpers/sign-in'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(async () => {
  await app.stop()
  app.remove()
})

/** Where the document leads a browser without scripts, if anywhere. */
const wayOut = (html: string) =>
  /<noscript><meta http-equiv="refresh" content="0; url=(.*?)"/.exec(html)?.[1]

async function open(path: string, cookie = '') {
  const answer = await fetch(app.origin + path, { headers: { cookie } })
  return { status: answer.status, html: await answer.text() }
}

it('whoever has no scripts is led from an empty document to one that says there is nothing', async () => {
  const cookie = await signIn(app)
  for (const path of ['/s/nothing', '/dashboard/units/nothing', '/dashboard/setup/nothing']) {
    const { status, html } = await open(path, cookie)
    expect([path, status, wayOut(html)]).toEqual([path, 404, '/not-found'])
  }
  const { status, html } = await open('/not-found', 'lang=km')
  expect(status).toBe(404)
  expect(html).toContain('<html lang="km"')
  expect(html).toContain('<h1>រកមិនឃើញទំព័រនេះទេ</h1>')
  expect(wayOut(html)).toBeUndefined()
})

it('a page that is there leads nobody away', async () => {
  const cookie = await signIn(app)
  for (const path of ['/', '/s/kiosk-1', '/dashboard', '/dashboard/units/office']) {
    const { status, html } = await open(path, cookie)
    expect([path, status, wayOut(html)]).toEqual([path, 200, undefined])
  }
})

it('and from a page that broke to one that says whose fault it is', async () => {
  const client = createClient({ url: `file:${join(app.dataDir, 'hai-long.db')}` })
  await client.execute('alter table doors rename to elsewhere')
  const broken = await open('/')
  await client.execute('alter table elsewhere rename to doors')
  client.close()
  expect([broken.status, wayOut(broken.html)]).toEqual([500, '/fault'])
  expect(broken.html).not.toContain('elsewhere')
  const { status, html } = await open('/fault')
  expect(status).toBe(500)
  expect(html).toContain('Lỗi do hệ thống, không phải do Ông/Bà.')
})
