import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeDatabase, useDatabase, write } from '@/db/client'
import { auditDatabase } from '@/db/recount/database'
import { ceilings } from '@/domain/ceiling'
import { type App, admin, startApp } from '../helpers/app'
import { envelopeOf, idOf } from '../helpers/envelopes'
import { lines } from '../helpers/recount'
import { signIn } from '../helpers/sign-in'
import { type SqlServer, startSqlServer } from '../helpers/sql-server'
import { makeCodeAt } from '../helpers/tablet'

// Three processes of the app on one database server; the server is a double, see helpers/sql-server.

const token = 'only-the-app-knows'
let dir: string
let server: SqlServer
let apps: App[]

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'hai-long-several-'))
  server = await startSqlServer({ file: join(dir, 'a.db'), token })
  const env = {
    DATABASE_URL: server.url,
    DATABASE_AUTH_TOKEN: token,
    NEXTAUTH_SECRET: 'the same secret in every process of the app',
  }
  // All at once, on a database with nothing in it.
  apps = await Promise.all([startApp({ env }), startApp({ env }), startApp({ env })])
  useDatabase(server.url, token)
})
afterAll(async () => {
  closeDatabase()
  for (const app of apps ?? []) {
    await app.stop()
    app.remove()
  }
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
})

const at = (index: number): App => apps[index] as App

async function faults(): Promise<string[]> {
  const found: string[] = []
  await auditDatabase((sentence) => found.push(sentence))
  return found
}

it('they begin together: one schema, one content key, one administrator', async () => {
  expect(await lines("select count(*) from settings where key = 'content-key'")).toEqual(['1'])
  expect(await lines('select count(*) from users')).toEqual(['1'])
  expect(await lines('select count(*) from doors')).toEqual(['3'])
  expect(await faults()).toEqual([])
})

it('a session holds at all of them, and its end too, at once', async () => {
  const cookie = await signIn(at(0))
  const open = ({ origin }: App) =>
    fetch(`${origin}/dashboard`, { headers: { cookie }, redirect: 'manual' })
  for (const app of apps) expect((await open(app)).status).toBe(200)
  const { origin } = at(1)
  const out = await fetch(`${origin}/sign-out`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin },
  })
  expect(out.status).toBe(303)
  for (const app of apps) {
    const refused = await open(app)
    expect([refused.status, refused.headers.get('location')]).toEqual([
      307,
      expect.stringContaining('/sign-in'),
    ])
  }
})

it('wrong passwords are counted together, and the right one lets in', async () => {
  const wrong = { ...admin, password: 'mot-mat-khau-khong-dung' }
  for (const app of apps) await expect(signIn(app, wrong)).rejects.toThrow('error=wrong')
  expect(await lines('select max(tries) from throttles')).toEqual(['3'])
  expect(await signIn(at(1))).toContain('session')
})

it('an enrolment code is used once, however many ask for it at once', async () => {
  const code = await makeCodeAt({ unit: 'office', desk: '1', surveys: ['kiosk-1'] }, Date.now())
  const tries = await Promise.all(
    Array.from({ length: 12 }, async (_, i) => {
      const answer = await fetch(`${at(i % 3).origin}/api/v1/devices`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code }),
      })
      return answer.status
    }),
  )
  expect(tries.filter((status) => status === 201)).toHaveLength(1)
  expect(await lines('select count(*) from devices')).toEqual(['1'])
})

/** Uses a one-time link that nobody has; answers whether it was let through. */
async function useJoinLink(index: number): Promise<boolean> {
  const { status } = await fetch(`${at(index).origin}/join/the-same-at-all-of-them/password`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ password: 'x' }),
  })
  expect([303, 429]).toContain(status)
  return status === 303
}

it('what is limited is limited for all of them together, to within about a second', async () => {
  const { burst, perSecond } = ceilings.join
  const began = Date.now()
  let passed = 0
  while (await useJoinLink(0)) passed++
  expect(passed).toBeGreaterThanOrEqual(burst)
  const askUntilRefused = async (index: number) => {
    while (await useJoinLink(index)) {
      passed++
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
  await Promise.all([askUntilRefused(1), askUntilRefused(2)])
  // Each counting for itself would let through three times the burst.
  const flowedBack = ((Date.now() - began) / 1000) * perSecond
  expect(passed).toBeLessThan(burst * 2 + flowedBack)
  expect(await lines("select count(*) from spent_limits where name = 'join'")).toEqual(['1'])
  expect(await lines("select count(*) from spent_limits where key like '%same%'")).toEqual(['0'])
})

/** Frozen when it is made: sent again, it is the same to the last byte. */
const bodies = new Map<number, string>()

const bodyOf = (seed: number): string => {
  const body = bodies.get(seed) ?? JSON.stringify(envelopeOf(seed, Date.now() - 1000))
  bodies.set(seed, body)
  return body
}

const send = async (index: number, seed: number): Promise<number> => {
  const answer = await fetch(`${at(index).origin}/api/v1/responses`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: bodyOf(seed),
  })
  return answer.status
}

it('500 responses are counted once each, with replies lost and a process killed', async () => {
  server.fail('lose-reply', /insert into responses/, 5)
  const kinds: Record<number, number> = {}
  let sent = 0
  const sendUntilStored = async (seed: number) => {
    for (let turn = seed; ; turn++) {
      const status = await send(turn % 3, seed).catch(() => 0)
      kinds[status] = (kinds[status] ?? 0) + 1
      if (status === 201 || status === 200) return
      if (status !== 0 && status !== 503) throw new Error(`refused: ${status}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const left = Array.from({ length: 500 }, (_, seed) => seed)
  const worker = async () => {
    for (let seed = left.pop(); seed !== undefined; seed = left.pop()) {
      if (++sent === 250) await at(2).kill()
      await sendUntilStored(seed)
    }
  }
  await Promise.all(Array.from({ length: 12 }, worker))
  const stored = await lines('select id from responses order by id')
  expect(stored).toEqual(Array.from({ length: 500 }, (_, seed) => idOf(seed)).sort())
  expect(await faults()).toEqual([])
  // What went wrong on the way did go wrong: replies were lost, a process was gone.
  expect(kinds[503]).toBeGreaterThan(0)
  expect(kinds[0]).toBeGreaterThan(0)
})

it('the chain of audit events does not fork, and a closed door is closed at all within two seconds', async () => {
  const before = Number((await lines('select max(seq) from audit_events'))[0])
  await Promise.all(Array.from({ length: 8 }, (_, i) => signIn(at(i % 2))))
  expect(await lines('select max(seq) from audit_events')).toEqual([String(before + 8)])
  await write([
    { sql: "update doors set closed_at = ? where code = 'kiosk-1'", args: [Date.now() - 60_000] },
  ])
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect([await send(0, 9001), await send(1, 9002)]).toEqual([410, 410])
  expect(await faults()).toEqual([])
})
