import { execFileSync, spawn } from 'node:child_process'
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createClient } from '@libsql/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DatabaseUnavailable, database, useDatabase, write } from '@/db/client'
import { makeFirstThings } from '@/db/installation/first-start'
import { migrateDatabase } from '@/db/installation/migrate'
import { holdWriterLock, WriterLockTaken } from '@/db/lock'
import { checkDatabaseFile, isReady, StartRefused } from '@/db/start-checks'
import { lines } from '../helpers/recount'

let dir = ''
const file = (name: string) => join(dir, name)
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hai-long-lock-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

describe('the one writer', () => {
  it('keeps a second one out until it lets go', async () => {
    const release = await holdWriterLock(dir)
    await expect(holdWriterLock(dir)).rejects.toThrow(WriterLockTaken)
    release()
    const again = await holdWriterLock(dir)
    again()
  })

  it('of a database that lies elsewhere keeps out whoever comes from another data folder', async () => {
    for (const name of ['app', 'other', 'place', 'links']) mkdirSync(file(name))
    const [app, other] = [file('app'), file('other')]
    writeFileSync(file('place/x.db'), '')
    symlinkSync(file('place/x.db'), file('links/y.db'))
    const release = await holdWriterLock(app, file('place/x.db'))
    await expect(holdWriterLock(other, file('place/x.db'))).rejects.toThrow(WriterLockTaken)
    await expect(holdWriterLock(other, file('links/y.db'))).rejects.toThrow(WriterLockTaken)
    await expect(holdWriterLock(file('place'))).rejects.toThrow(WriterLockTaken)
    // Who was kept out holds nothing: the folder of its own is free.
    const own = await holdWriterLock(other)
    own()
    release()
    const again = await holdWriterLock(other, file('links/y.db'))
    again()
    const absent = await holdWriterLock(other, file('absent/x.db'))
    absent()
  })

  it('is held though nobody keeps what lets it go', async () => {
    await holdWriterLock(dir)
    setFlagsFromString('--expose-gc')
    runInNewContext('gc')()
    await new Promise((resolve) => setTimeout(resolve, 50))
    await expect(holdWriterLock(dir)).rejects.toThrow(WriterLockTaken)
  })

  it('is free again after kill -9', async () => {
    const holder = spawn(process.execPath, ['--input-type=module', '-e', holdForever(dir)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise((resolve) => holder.stdout.once('data', resolve))
    await expect(holdWriterLock(dir)).rejects.toThrow(/Stop the app first/)
    holder.kill('SIGKILL')
    await new Promise((resolve) => holder.once('exit', resolve))
    const release = await holdWriterLock(dir)
    release()
  })
})

describe('a foreign process that holds the database', () => {
  it('delays a write, then fails it as worth another try, and the next write succeeds', async () => {
    await migrateDatabase(useDatabase(`file:${file('a.db')}`))
    const foreign = createClient({ url: `file:${file('a.db')}` })
    const insert = (key: string) =>
      write([{ sql: 'insert into settings values (?, 1)', args: [key] }])
    const brief = await foreign.transaction('write')
    setTimeout(() => brief.close(), 150)
    await insert('waited')
    const long = await foreign.transaction('write')
    await expect(insert('lost')).rejects.toThrow(DatabaseUnavailable)
    expect(await lines('select key from settings')).toEqual(['waited'])
    long.close()
    await insert('after')
    expect(await lines('select key from settings order by key')).toEqual(['after', 'waited'])
    foreign.close()
  })
})

const check = (name: string) => checkDatabaseFile(`file:${file(name)}`)

describe('before the start', () => {
  it('a new, a sound and a remote database are fine', async () => {
    await check('new.db')
    await migrateDatabase(useDatabase(`file:${file('sound.db')}`))
    await check('sound.db')
    await checkDatabaseFile('http://localhost:1')
    expect(await isReady()).toBe(false)
    await makeFirstThings(0)
    await makeFirstThings(1)
    expect(await isReady()).toBe(true)
    expect(await lines('PRAGMA journal_mode')).toEqual(['wal'])
    expect(await lines('select count(*), min(opened_at) < 0 from doors')).toEqual(['3 1'])
  })

  it.each([
    ['no database at all', 'This is my shopping list. '.repeat(300)],
    ['a few bytes of something', 'hello'],
    ['a damaged one', `SQLite format 3\0${'\x01'.repeat(9000)}`],
  ])('%s is refused and left as it is', async (_, content) => {
    writeFileSync(file('bad.db'), content, 'latin1')
    await expect(check('bad.db')).rejects.toThrow(/is damaged\. It was left as it is/)
  })

  it('one whose first start was cut off before it had a log is rolled back and fine', async () => {
    const first = createClient({ url: `file:${file('first.db')}`, concurrency: 1 })
    await first.execute('create table t (x)')
    await first.execute('PRAGMA cache_size = 1')
    const half = await first.transaction('write')
    for (let n = 0; n < 20; n++) await half.execute('insert into t values (zeroblob(4000))')
    for (const end of ['', '-journal']) copyFileSync(file(`first.db${end}`), file(`cut.db${end}`))
    half.close()
    first.close()
    await expect(check('cut.db')).rejects.toThrow('a database of another program')
    expect(existsSync(file('cut.db-journal'))).toBe(false)
  })

  it('a missing folder is named', async () => {
    await expect(check('nowhere/a.db')).rejects.toThrow(
      `The folder ${file('nowhere')} does not exist`,
    )
  })

  it('a database of a newer version is refused', async () => {
    await migrateDatabase(useDatabase(`file:${file('newer.db')}`))
    await database().$client.execute(
      "insert into __drizzle_migrations (hash, created_at) values ('x', 9999999999999)",
    )
    await expect(check('newer.db')).rejects.toThrow(StartRefused)
  })
})

describe('a look at a file with a log beside it', () => {
  it('one whose head was overwritten is refused though the log beside it has a copy', async () => {
    await migrateDatabase(useDatabase(`file:${file('live.db')}`))
    for (const end of ['', '-wal']) copyFileSync(file(`live.db${end}`), file(`head.db${end}`))
    await check('head.db')
    const descriptor = openSync(file('head.db'), 'r+')
    writeSync(descriptor, Buffer.alloc(4096, 1))
    closeSync(descriptor)
    await expect(check('head.db')).rejects.toThrow(/is damaged\. It was left as it is/)
  })

  it('one in which a checkpoint has come no further than the head is fine', async () => {
    await migrateDatabase(useDatabase(`file:${file('whole.db')}`))
    await database().$client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    const { size } = statSync(file('whole.db'))
    await write([
      `create table added (x)`,
      `insert into added select zeroblob(4000) from generate_series(1, 40)`,
    ])
    copyFileSync(file('whole.db-wal'), file('half.db-wal'))
    await database().$client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    writeFileSync(file('half.db'), readFileSync(file('whole.db')).subarray(0, size))
    await check('half.db')
  })

  it('looking at one that is open lets go of no lock: another process leaves its log alone', async () => {
    await migrateDatabase(useDatabase(`file:${file('open.db')}`))
    await check('open.db')
    const program =
      "const db = new (require('libsql'))(process.argv[1]); db.exec('select 1 from units'); db.close()"
    execFileSync(process.execPath, ['-e', program, file('open.db')])
    expect(existsSync(file('open.db-wal'))).toBe(true)
  })
})

const holdForever = (folder: string) => `
  import { createClient } from '@libsql/client'
  const client = createClient({ url: ${JSON.stringify(`file:${join(folder, 'writer.lock')}`)} })
  await client.transaction('write')
  process.stdout.write('held')
  setInterval(() => {}, 1000)`
