import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { afterAll, expect, test } from 'vitest'
import { EnvError, parseEnv } from '@/lib/env'
import { runCommand } from '../helpers/process'

const root = mkdtempSync(join(tmpdir(), 'hai-long-places-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const timeout = 60_000
const folder = (name: string) => {
  mkdirSync(join(root, name), { recursive: true })
  return join(root, name)
}
const addUnit = (DATA_DIR: string, more: Record<string, string> = {}) =>
  runCommand('unit', ['add', 'a', 'Xã A'], { DATA_DIR, ...more })
const audit = (DATA_DIR: string) => runCommand('audit', [], { DATA_DIR })

test('a folder may have any name', { timeout }, async () => {
  const dataDir = folder('số liệu 100% #1?')
  expect(await addUnit(dataDir)).toMatchObject({ code: 0 })
  expect(existsSync(join(dataDir, 'hai-long.db'))).toBe(true)
  expect(await audit(dataDir)).toMatchObject({ code: 0 })
})

test('an empty file is no database yet', { timeout }, async () => {
  const dataDir = folder('empty')
  writeFileSync(join(dataDir, 'hai-long.db'), '')
  const { code, output } = await audit(dataDir)
  expect([code, output]).toEqual([1, expect.stringMatching(/^There is no database in .*\n$/)])
})

test('the database of another program is left alone', { timeout }, async () => {
  const dataDir = folder('foreign')
  const client = createClient({ url: `file:${join(dataDir, 'hai-long.db')}` })
  await client.execute('create table units (x)')
  client.close()
  for (const { code, output } of [await audit(dataDir), await addUnit(dataDir)]) {
    expect([code, output]).toEqual([1, expect.stringMatching(/^The file .* another program.*\n$/)])
  }
})

test(
  'a database of an older release is not looked through, one sentence says why',
  async () => {
    const dataDir = folder('older')
    expect(await addUnit(dataDir)).toMatchObject({ code: 0 })
    const client = createClient({ url: `file:${join(dataDir, 'hai-long.db')}` })
    await client.execute(
      'delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)',
    )
    client.close()
    expect(await audit(dataDir)).toEqual({
      code: 1,
      output:
        'The database is of an older release. Start the app once; it brings the database up to date.\n',
    })
  },
  timeout,
)

test('what stands in the way is named', { timeout }, async () => {
  const database = folder('database')
  folder('database/hai-long.db')
  expect(await audit(database)).toEqual({
    code: 1,
    output: `${join(database, 'hai-long.db')} is not a file.\n`,
  })
  const lock = folder('lock')
  writeFileSync(join(lock, 'writer.lock'), 'nothing of the kind')
  const taken = folder('taken')
  folder('taken/writer.lock')
  for (const dataDir of [lock, taken]) {
    const { code, output } = await addUnit(dataDir)
    const file = join(dataDir, 'writer.lock')
    expect([code, output]).toEqual([1, expect.stringMatching(`^The lock file ${file} .*\n$`)])
  }
  const unreachable = await addUnit(folder('server'), { DATABASE_URL: 'http://127.0.0.1:1' })
  expect(unreachable).toEqual({
    code: 1,
    output: 'The database http://127.0.0.1:1 cannot be used: no answer from the database server.\n',
  })
  const secret = folder('secret')
  folder('secret/nextauth-secret')
  const { code, output } = await addUnit(secret)
  expect([code, output]).toEqual([1, expect.stringMatching(/^The secret .* cannot be read\.\n$/)])
})

test('an address with a path is no origin', () => {
  const read = (NEXTAUTH_URL: string) => parseEnv({ NEXTAUTH_URL, DATA_DIR: root }).origin
  expect(read('https://hai-long.example/')).toBe('https://hai-long.example')
  for (const wrong of ['https://a.example/path', 'https://a.example/?x=1', 'https://a.example#x']) {
    expect(() => read(wrong)).toThrow(EnvError)
  }
})
