import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '@libsql/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFile } from '@/db/kept-statements'

let dir: string
let keeping: Client
let plain: Client

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'hai-long-kept-'))
  const file = join(dir, 'a.db')
  plain = createClient({ url: `file:${file}`, timeout: 30 })
  await plain.execute('pragma journal_mode = wal')
  await plain.execute('create table people (id integer primary key, name text unique, seen blob)')
  keeping = openFile(file, { timeout: 30, connections: 1 })
})

afterEach(() => {
  keeping.close()
  plain.close()
  rmSync(dir, { recursive: true })
})

const add = (name: string) => keeping.batch([{ sql: insert, args: [name, bytes] }], 'write')
const insert = 'insert into people (name, seen) values (?, ?)'
const bytes = new Uint8Array([1, 2, 3]).buffer

test('answers what the driver answers, again and again, with other arguments each time', async () => {
  for (const name of ['An', 'Bình', 'Chi']) await add(name)
  for (const [sql, args] of [
    ['select id, name, seen, null as gone, 1.5 as half from people where name > ?', ['An']],
    ['select id, name, seen, null as gone, 1.5 as half from people where name > ?', ['Chi']],
    ['update people set name = ? where id = ?', ['Ba', 1]],
    ['update people set name = ? where id = ?', ['An', 1]],
    ['update people set name = ? where id = ? returning id', ['Ba', 1]],
    ['update people set name = ? where id = ? returning id', ['An', 9]],
    ['pragma user_version', []],
  ] as const) {
    const asked = { sql, args: [...args] }
    // The last row's id is that of the connection.
    const { lastInsertRowid, ...expected } = (await plain.execute(asked)).toJSON()
    expect((await keeping.execute(asked)).toJSON()).toMatchObject(expected)
  }
})

test('a failed statement fails by itself, and the next ones of the same words succeed', async () => {
  await add('An')
  await expect(add('An')).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' })
  await add('Bình')
  const { rows } = await plain.execute('select name from people order by id')
  expect(rows.map(({ name }) => name)).toEqual(['An', 'Bình'])
})

test('after a lock it writes on, on the same connection, and keeps no checkpoint from ending', async () => {
  await add('An')
  const foreign = await plain.transaction('write')
  await expect(add('Bình')).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
  await expect(add('Bình')).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
  await foreign.rollback()
  await add('Bình')
  const { rows } = await keeping.execute('select count(*) from people')
  expect(rows[0]?.[0]).toBe(2)
  const checkpoint = await plain.execute('pragma wal_checkpoint(truncate)')
  expect(checkpoint.rows[0]).toMatchObject({ busy: 0, log: 0 })
})

test('more different statements than are kept do no harm', async () => {
  for (let round = 0; round < 2; round++) {
    for (let n = 0; n < 400; n++) {
      const { rows } = await keeping.execute(`select ${n} as n`)
      expect(rows[0]?.n).toBe(n)
    }
  }
})
