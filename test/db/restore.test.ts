import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeBackup } from '@/db/backups/backups'
import { restoreDatabase } from '@/db/backups/restore'
import { isRestoreUnderWay } from '@/db/backups/restore-ending'
import { closeDatabase, useDatabase, write } from '@/db/client'
import { openHeldData } from '@/db/installation/open-data'
import { auditDatabase } from '@/db/recount/database'
import { recordResponse } from '@/db/responses/intake'
import { envelopeOf } from '../helpers/envelopes'
import { differences, lines } from '../helpers/recount'

const dataDir = mkdtempSync(join(tmpdir(), 'hai-long-restore-'))
vi.stubEnv('DATA_DIR', dataDir)
const live = join(dataDir, 'hai-long.db')
const usb = join(dataDir, 'usb')
const now = Date.UTC(2026, 10, 25, 7, 30, 5)
const record = (seed: number) =>
  recordResponse(envelopeOf(seed, now, { answers: { overall: 1 + (seed % 5) } }), now)

beforeEach(open)
afterEach(() => {
  closeDatabase()
  rmSync(dataDir, { recursive: true, force: true })
})

/** As every start does. */
async function open(): Promise<void> {
  mkdirSync(dataDir, { recursive: true })
  await openHeldData(now)
}

async function backUpTwenty(): Promise<string> {
  for (let seed = 0; seed < 20; seed++) await record(seed)
  const { file } = await makeBackup({ folder: usb, kind: 'asked', now })
  for (let seed = 20; seed < 25; seed++) await record(seed)
  return join(usb, file)
}

async function expectSound(responses: number): Promise<void> {
  expect(await lines('select count(*) from responses')).toEqual([String(responses)])
  expect(await differences()).toEqual([])
  await auditDatabase((sentence) => expect(sentence).toBe(''))
}

describe('a restore', () => {
  it('brings back what was in the backup, keeps the old database, and is recorded', async () => {
    const file = await backUpTwenty()
    closeDatabase()
    const { aside } = await restoreDatabase(file, now)
    await open()
    await expectSound(20)
    expect(await lines("select actor, action, detail ->> 'responses' from audit_events")).toEqual([
      'restore database-restored 20',
    ])
    useDatabase(`file:${aside}`)
    await expectSound(25)
  })

  it('works where the old database is damaged or gone', async () => {
    const file = await backUpTwenty()
    closeDatabase()
    for (const end of ['', '-wal', '-shm']) rmSync(`${live}${end}`, { force: true })
    writeFileSync(live, 'a disk that died')
    await restoreDatabase(file, now)
    await open()
    await expectSound(20)
  })

  it('can be undone by restoring what it moved aside', async () => {
    const file = await backUpTwenty()
    closeDatabase()
    const { aside } = await restoreDatabase(file, now)
    await open()
    closeDatabase()
    await restoreDatabase(aside ?? '', now + 1000)
    await open()
    await expectSound(25)
  })

  it('ends sessions that had ended since, or might have', async () => {
    await write([
      "insert into users (email, name, password_hash, created_at) values ('a', 'a', 'x', 0)",
      "insert into sessions (id_hash, user_id, created_at, last_seen_at, expires_at) values ('s', 1, 0, 0, 9)",
    ])
    const file = await backUpTwenty()
    closeDatabase()
    await restoreDatabase(file, now)
    await open()
    expect(await lines('select ended_at from sessions')).toEqual([String(now)])
  })

  it.each(['a changed byte', 'no database', 'a newer schema'])('refuses %s', async (fault) => {
    if (fault === 'a newer schema') {
      await write([
        "insert into __drizzle_migrations (hash, created_at) values ('x', 9999999999999)",
      ])
    }
    const file = await backUpTwenty()
    closeDatabase()
    if (fault === 'a changed byte') writeFileSync(`${file}.json`, '{}')
    if (fault === 'no database') writeFileSync(file, 'a shopping list')
    const before = readdirSync(dataDir).sort()
    await expect(restoreDatabase(file, now)).rejects.toThrow(/cannot be restored/)
    expect(readdirSync(dataDir).sort()).toEqual(before)
  })
})

describe('a restore that is stopped', () => {
  it.each([
    ['staged', 25],
    ['planned', 20],
    ['moved', 20],
    ['placed', 20],
  ])('after %s leaves a database that starts', async (at, responses) => {
    const file = await backUpTwenty()
    closeDatabase()
    const stop = (step: string) => {
      if (step === at) throw new Error('power cut')
    }
    await expect(restoreDatabase(file, now, stop)).rejects.toThrow('power cut')
    await open()
    await expectSound(responses)
    expect(isRestoreUnderWay()).toBe(false)
    expect(existsSync(`${live}.restoring`)).toBe(at === 'staged')
  })

  it('between its moves keeps a log together with its database', async () => {
    const file = await backUpTwenty()
    // As after kill -9: the log was not brought in.
    for (const end of ['', '-wal']) copyFileSync(`${live}${end}`, join(usb, `kept${end}`))
    closeDatabase()
    for (const end of ['', '-wal']) copyFileSync(join(usb, `kept${end}`), `${live}${end}`)
    let moves = 0
    const stop = (step: string) => {
      if (step === 'moved' && ++moves === 1) throw new Error('power cut')
    }
    await expect(restoreDatabase(file, now, stop)).rejects.toThrow('power cut')
    await open()
    await expectSound(20)
    const aside = readdirSync(dataDir).find((name) => name.endsWith('-replaced-hai-long.db'))
    useDatabase(`file:${join(dataDir, aside ?? '')}`)
    await expectSound(25)
  })
})
