import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type App, startApp } from '../helpers/app'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(async () => {
  await app.stop()
  app.remove()
})

/** Sends the request exactly as it stands here; `fetch` would put it right. */
function send(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Readonly<{ status: number; location: string; text: string }>> {
  const { port } = new URL(app.origin)
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, async (reply) => {
      const parts: Buffer[] = []
      for await (const part of reply) parts.push(part as Buffer)
      const { statusCode: status = 0, headers: told } = reply
      resolve({ status, location: told.location ?? '', text: Buffer.concat(parts).toString() })
    })
    sent.on('error', reject)
    sent.end()
  })
}

const nothing = { status: 404, location: '', text: expect.stringContaining('Không tìm thấy') }
const form = { 'content-type': 'application/x-www-form-urlencoded' }

it.each([
  '/s/%ff',
  '/s/%ff/send',
  '/join/%/password',
  '/dashboard/people/%c0%af/role',
  '/api/v1/surveys/%ed%a0%80',
  '/api/auth/%ff',
])('%s cannot be decoded: nothing is there, with a body and without', async (path) => {
  for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
    expect([method, await send(method, path, form)]).toEqual([method, nothing])
  }
  expect(await send('GET', path)).toEqual(nothing)
})

it.each([
  ['TRACE', '/dashboard'],
  ['GET', '*'],
  ['OPTIONS', '*'],
  ['GET', 'http://elsewhere.example/dashboard/'],
])('%s %s is not answered with a fault, nor with a way elsewhere', async (method, path) => {
  expect(await send(method, path)).toEqual(nothing)
})

const many = (n: number, end: string) =>
  Array.from({ length: n }, (_, i) => `${i.toString(36)}=${end}`).join('')

it('takes as many cookies and parameters as a browser sends, and looks at no more of them', async () => {
  const live = '/api/health/live'
  expect((await send('GET', live, { cookie: many(180, ';') })).status).toBe(200)
  expect((await send('GET', `${live}?${many(250, '&')}`)).status).toBe(200)
  // The framework's time for them grows with their square: a second and more for those that fit into one request.
  expect(await send('GET', live, { cookie: many(3000, ';') })).toEqual(nothing)
  expect(await send('GET', `${live}?${many(3000, '&')}`)).toEqual(nothing)
  expect(await send('POST', '/s/kiosk-1/send', { ...form, cookie: many(3000, ';') })).toEqual(
    nothing,
  )
})

it('says to whoever sends too long a head what to do about it', async () => {
  const { status, text } = await send('GET', '/s/kiosk-1', { cookie: `x=${'a'.repeat(20_000)}` })
  expect([status, text.split('\n')]).toEqual([
    431,
    [
      expect.stringContaining('Xin xóa cookie'),
      expect.stringContaining('cookies'),
      expect.any(String),
      '',
    ],
  ])
})

it('goes on answering what is no request', async () => {
  const { port } = new URL(app.origin)
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write('\0\0 no request\r\n\r\n'))
    socket.on('data', (data) => resolve(`${data}`))
  })
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
})

it.each(['/sign-in', '/s/kiosk-1', '/nowhere', '/sign-out'])(
  '%s knows no Server Actions',
  async (path) => {
    for (const type of ['text/plain', form['content-type'], 'multipart/form-data; boundary=x']) {
      const headers = { 'next-action': 'elsewhere-0912345678', 'content-type': type }
      expect([type, (await send('POST', path, headers)).status < 500]).toEqual([type, true])
    }
  },
)

it.each([
  ...['/sign-in', '/s/kiosk-1', '/dashboard/units', '/join/a-secret', '/sign-out'],
  ...['/s/kiosk-1?back=/import/read', '/dashboard/surveys/import/preview', '/nowhere/import/read'],
])('%s takes no form with files, and makes nothing of one', async (path) => {
  const form = new FormData()
  form.set('1_$ACTION_ID_elsewhere', 'x')
  form.set('file', new Blob(['x']), 'x.txt')
  const { status } = await fetch(app.origin + path, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  })
  expect([200, 303, 307, 403, 404, 405, 415]).toContain(status)
})

it('writes none of it down', () => {
  expect(app.output()).not.toMatch(/decode|unsupported|elsewhere|Action|"level":50/)
})
