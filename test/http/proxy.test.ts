import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type App, admin, startApp } from '../helpers/app'
import { envelopeOf } from '../helpers/envelopes'
import { freePort, type Running, start } from '../helpers/process'

// deploy/nginx.conf as it stands, but for ports and the certificate; where nginx is installed.
const hasNginx = spawnSync('nginx', ['-v']).status === 0

const behindNginx = it.skipIf(!hasNginx)

let dir: string
let app: App
let nginx: Running
let origin: string
let plain: string

beforeAll(async () => {
  if (!hasNginx) return
  dir = mkdtempSync(join(tmpdir(), 'hai-long-nginx-'))
  const [tls, http] = [await freePort(), await freePort()]
  origin = `https://localhost:${tls}`
  plain = `http://localhost:${http}`
  app = await startApp({ env: { NEXTAUTH_URL: origin, TRUSTED_PROXY_HOPS: '1' } })
  makeCertificate(dir)
  writeFileSync(join(dir, 'nginx.conf'), configuration(dir, app.origin, { tls, http }))
  nginx = start('nginx', ['-c', join(dir, 'nginx.conf'), '-p', dir], {})
  for (let i = 0; i < 100 && (await ask('/api/health/live').catch(() => null)) === null; i++) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
})
afterAll(async () => {
  if (!hasNginx) return
  nginx.child.kill('SIGQUIT')
  await nginx.ended
  await app.stop()
  app.remove()
  rmSync(dir, { recursive: true, force: true })
})

type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; body: string }>
type Asked = Readonly<{ body?: string; headers?: Record<string, string> }>

function ask(path: string, { body, headers = {} }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST'
    const asked = httpsRequest(`${origin}${path}`, { method, headers, rejectUnauthorized: false })
    asked.on('error', reject)
    asked.on('response', async (answer) => {
      let text = ''
      for await (const chunk of answer) text += chunk
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text })
    })
    asked.end(body)
  })
}

const pairs = ({ headers }: Answer) =>
  (headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')

behindNginx('leads from http to https, and says to come by https from now on', async () => {
  const led = await fetch(`${plain}/s/kiosk-1?lang=en`, { redirect: 'manual' })
  expect([led.status, led.headers.get('location')]).toEqual([
    308,
    'https://localhost/s/kiosk-1?lang=en',
  ])
  const page = await ask('/s/kiosk-1')
  expect(page.status).toBe(200)
  expect(page.headers['strict-transport-security']).toMatch(/max-age=31536000/)
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
})

behindNginx('signs in with cookies that only https of this host gets', async () => {
  const csrf = await ask('/api/auth/csrf')
  const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string }
  const form = new URLSearchParams({ ...admin, csrfToken }).toString()
  const type = 'application/x-www-form-urlencoded'
  const signed = await ask('/api/auth/callback/credentials', {
    body: form,
    headers: { cookie: pairs(csrf), origin, 'content-type': type },
  })
  const kept = (signed.headers['set-cookie'] ?? []).find((line) => /session/.test(line)) ?? ''
  expect(kept).toMatch(/^__Host-/)
  expect(kept).toMatch(/; Secure/i)
  const cookie = `${pairs(csrf)}; ${pairs(signed)}`
  expect((await ask('/dashboard', { headers: { cookie } })).status).toBe(200)
  const file = await ask('/dashboard/export/figures.csv', { headers: { cookie } })
  expect([file.status, file.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
})

behindNginx('takes responses, and refuses what is too large before the app sees it', async () => {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': '6.6.6.6, 7.7.7.7' }
  const body = JSON.stringify(envelopeOf(1, Date.now() - 1000))
  expect((await ask('/api/v1/responses', { body, headers })).status).toBe(201)
  const large = await ask('/api/v1/responses', { body: 'x'.repeat(11_000_000), headers }).catch(
    () => ({ status: 413 }),
  )
  expect(large.status).toBe(413)
})

function makeCertificate(dir: string): void {
  const files = ['-keyout', join(dir, 'key.pem'), '-out', join(dir, 'certificate.pem')]
  const kind = ['-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost']
  execFileSync('openssl', ['req', '-x509', ...kind, ...files], { stdio: 'ignore' })
}

function configuration(
  dir: string,
  appOrigin: string,
  { tls, http }: { tls: number; http: number },
): string {
  const site = readFileSync('deploy/nginx.conf', 'utf8')
    .replaceAll('khaosat.xa-a.lan', 'localhost')
    .replace('127.0.0.1:3000', appOrigin.replace('http://localhost', '127.0.0.1'))
    .replace('listen 80;', `listen 127.0.0.1:${http};`)
    .replace('listen 443 ssl;', `listen 127.0.0.1:${tls} ssl;`)
    .replaceAll('/etc/ssl/hai-long', dir)
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${dir}/${name};`)
    .join('\n')
  return `daemon off;
    pid ${dir}/nginx.pid;
    error_log ${dir}/error.log;
    events {}
    http {
      ${places}
      ${site}
    }`
}
