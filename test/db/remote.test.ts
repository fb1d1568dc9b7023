import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { changeOwnPassword } from '@/db/accounts/own-account'
import { getChainHead } from '@/db/audit/chain'
import { writeWithAudit } from '@/db/audit/log'
import {
  closeDatabase,
  DatabaseUnavailable,
  database,
  isUnavailable,
  useDatabase,
  write,
} from '@/db/client'
import { enrolDevice } from '@/db/devices/enrolment'
import { makeFirstThings } from '@/db/installation/first-start'
import { applyMigrations } from '@/db/installation/migrate'
import { auditDatabase } from '@/db/recount/database'
import { recordResponse } from '@/db/responses/intake'
import { checkDatabaseFile, isReady } from '@/db/start-checks'
import { envelopeOf } from '../helpers/envelopes'
import { freePort } from '../helpers/process'
import { lines } from '../helpers/recount'
import { type SqlServer, startSqlServer } from '../helpers/sql-server'
import { makeCodeAt, someoneAt } from '../helpers/tablet'

// What a network does between the app and a database server; here a double of a libSQL server, see helpers/sql-server.

const now = Date.UTC(2026, 10, 20, 3)
const signedIn = { actorId: null, actor: 'test', action: 'signed-in' } as const
let dir: string
let server: SqlServer

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'hai-long-remote-'))
  copyFileSync(join(inject('templateDir'), 'empty.db'), join(dir, 'a.db'))
  server = await startSqlServer({ file: join(dir, 'a.db'), token: 'secret' })
  useDatabase(server.url, 'secret')
  await makeFirstThings(now)
})
afterEach(async () => {
  closeDatabase()
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
})

async function faults(): Promise<string[]> {
  const found: string[] = []
  await auditDatabase((sentence) => found.push(sentence))
  return found
}

const record = (seed: number) => recordResponse(envelopeOf(seed, now), now)

describe('a response', () => {
  it.each(['lose-reply', 'reset', 'unavailable'] as const)(
    'is counted once when it is sent again after: %s',
    async (fault) => {
      server.fail(fault, /insert into responses/)
      const failed = await record(1).catch((error: unknown) => error)
      expect(failed).toBeInstanceOf(DatabaseUnavailable)
      expect(await record(1)).toEqual({
        outcome: fault === 'lose-reply' ? 'replayed' : 'recorded',
      })
      expect(await lines('select count(*) from responses')).toEqual(['1'])
      expect(await faults()).toEqual([])
    },
  )

  it('of many at once is counted once each while replies are lost', async () => {
    server.fail('lose-reply', /insert into responses/, 3)
    const seeds = Array.from({ length: 200 }, (_, seed) => seed)
    for (let left = seeds; left.length > 0; ) {
      const tried = await Promise.allSettled(left.map(record))
      left = left.filter((_, i) => tried[i]?.status === 'rejected')
    }
    expect(await lines('select count(*) from responses')).toEqual(['200'])
    expect(await faults()).toEqual([])
  })

  it('waits with those beside it while nobody can say which of them are known', async () => {
    await record(1)
    server.fail('reset', /select id from responses/)
    const tried = await Promise.allSettled([1, 2, 3].map(record))
    expect(tried.map((one) => one.status === 'rejected' && isUnavailable(one.reason))).toEqual([
      ...[true, true, true],
    ])
    const again = await Promise.all([1, 2, 3].map(record))
    expect(again.map(({ outcome }) => outcome)).toEqual(['replayed', 'recorded', 'recorded'])
    expect(await faults()).toEqual([])
  })

  it('that cannot be looked up waits as well', async () => {
    server.fail('reset', /doors/)
    expect(isUnavailable(await record(1).catch((error: unknown) => error))).toBe(true)
    expect(await record(1)).toEqual({ outcome: 'recorded' })
  })
})

it('is told apart in every bundle: the server is asked by the one that opened the database', async () => {
  vi.resetModules()
  const other = await import('@/db/client')
  expect(other.DatabaseUnavailable).not.toBe(DatabaseUnavailable)
  server.fail('lose-reply', /settings/)
  const error = await other
    .write(["insert into settings values ('a', '1')"])
    .catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(other.DatabaseUnavailable)
  expect(error).toMatchObject({ isDoubtful: true })
  server.fail('reset', /settings/)
  const read = other.database().$client.execute('select * from settings')
  expect(other.isUnavailable(await read.catch((reason: unknown) => reason))).toBe(true)
})

describe('an audited change', () => {
  const bump = [{ sql: "insert into settings values ('n', '1')", args: [] }]

  it.each(['lose-reply', 'reset', 'unavailable'] as const)('is made once: %s', async (fault) => {
    server.fail(fault, /audit_events \(seq/)
    const made = writeWithAudit(bump, signedIn, now)
    if (fault === 'unavailable') {
      await expect(made).rejects.toThrow(DatabaseUnavailable)
      await writeWithAudit(bump, signedIn, now)
    } else await made
    expect(await lines("select value from settings where key = 'n'")).toEqual(['1'])
    expect((await getChainHead()).seq).toBe(1)
    expect(await faults()).toEqual([])
  })

  it('says that it is doubtful when no answer comes at all', async () => {
    server.fail('lose-reply', /audit_events/, 9)
    const error = await writeWithAudit(bump, signedIn, now).catch((reason: unknown) => reason)
    expect(isUnavailable(error)).toBe(true)
  })

  it('of twenty at once forms one chain', async () => {
    server.fail('lose-reply', /audit_events \(seq/, 3)
    const all = Array.from({ length: 20 }, (_, n) =>
      writeWithAudit([], { ...signedIn, detail: { n } }, now),
    )
    await Promise.all(all)
    expect((await getChainHead()).seq).toBe(20)
    expect(await faults()).toEqual([])
  })

  it('that spends a one-time code keeps its credential over a lost reply', async () => {
    const code = await makeCodeAt({ unit: 'office', desk: '1', surveys: ['kiosk-1'] }, now)
    server.fail('lose-reply', /audit_events \(seq/)
    const made = await enrolDevice({ code, previous: null }, now)
    expect(made).toMatchObject({ ok: true, value: { deviceId: 1 } })
    expect(await enrolDevice({ code, previous: null }, now)).toMatchObject({ ok: false })
    expect(await lines('select count(*) from device_credentials')).toEqual(['1'])
  })

  it('of a password is told apart from one that did not fit', async () => {
    const scope = await someoneAt('office')
    const change = { from: await hashOf(scope.userId), to: 'new', session: 'none' }
    server.fail('lose-reply', /audit_events \(seq/)
    expect(await changeOwnPassword(scope, change, now)).toBe(true)
    server.fail('lose-reply', /audit_events \(seq/)
    expect(await changeOwnPassword(scope, { ...change, to: 'newer' }, now)).toBe(false)
    expect(await hashOf(scope.userId)).toBe('new')
  })
})

const hashOf = async (userId: number) =>
  String((await lines(`select password_hash from users where id = ${userId}`))[0])

describe('the server', () => {
  it('may start a moment later than a write', async () => {
    const port = Number(new URL(server.url).port)
    await server.stop()
    const written = write([{ sql: "insert into settings values ('late', '1')", args: [] }])
    setTimeout(async () => {
      server = await startSqlServer({ file: join(dir, 'a.db'), token: 'secret', port })
    }, 200)
    await expect(written).resolves.toHaveLength(1)
  })

  it('that cannot be used stops the start with a sentence', async () => {
    await expect(checkDatabaseFile(server.url)).resolves.toBeUndefined()
    useDatabase(server.url, 'wrong')
    await expect(checkDatabaseFile(server.url)).rejects.toThrow(
      `The database ${server.url} cannot be used: the database server refuses DATABASE_AUTH_TOKEN.`,
    )
    await expect(isReady()).rejects.toThrow()
    const nobody = `http://127.0.0.1:${await freePort()}`
    useDatabase(nobody)
    await expect(checkDatabaseFile(nobody)).rejects.toThrow(/server is out of reach\.$/)
  })

  it('with a database of a newer release or another program stops it too', async () => {
    await write([{ sql: 'update __drizzle_migrations set created_at = 9e15', args: [] }])
    await expect(checkDatabaseFile(server.url)).rejects.toThrow(/newer version of the app/)
    await write([{ sql: 'drop table __drizzle_migrations', args: [] }])
    await expect(checkDatabaseFile(server.url)).rejects.toThrow(/of another program/)
  })
})

it('two processes that start at once on an empty database migrate and found it once', async () => {
  server.serve(join(dir, 'new.db'))
  const one = createClient({ url: server.url, authToken: 'secret' })
  const other = createClient({ url: server.url, authToken: 'secret' })
  const folder = join(process.cwd(), 'db/migrations')
  await Promise.all([applyMigrations(one, folder), applyMigrations(other, folder)])
  await Promise.all([makeFirstThings(now), makeFirstThings(now + 1)])
  const [applied, journal] = await Promise.all([
    lines('select count(*), count(distinct hash) from __drizzle_migrations'),
    import('../../db/migrations/meta/_journal.json'),
  ])
  expect(applied).toEqual([`${journal.entries.length} ${journal.entries.length}`])
  expect(await lines("select count(*) from settings where key = 'content-key'")).toEqual(['1'])
  expect(await lines('select count(*) from doors')).toEqual(['3'])
  await record(1)
  expect(await faults()).toEqual([])
  one.close()
  other.close()
})

it('the double refuses what a server refuses', async () => {
  const { $client } = database()
  for (const sql of ['PRAGMA journal_mode = WAL', 'vacuum', "attach 'x' as x"]) {
    await expect($client.execute(sql)).rejects.toThrow(/unsupported statement/)
  }
  const large = $client.execute('select zeroblob(11000000)')
  await expect(large).rejects.toThrow(/too large/)
  const idle = await $client.transaction('read')
  await idle.execute('select 1')
  server.expire()
  await expect(idle.execute('select 1')).rejects.toThrow(/expired/)
})
