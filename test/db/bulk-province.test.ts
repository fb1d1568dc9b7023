import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase, database, useDatabase } from '@/db/client'
import { auditDatabase } from '@/db/recount/database'
import { fillProvince } from '../bench/province/fill'

let dir = ''
const responses = 1000
const fileOf = (name: string) => join(dir, `${name}.db`)

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'hai-long-province-'))
  await fillProvince(fileOf('first'), { responses })
  await fillProvince(fileOf('second'), { responses })
}, 120_000)

afterAll(() => {
  closeDatabase()
  rmSync(dir, { recursive: true, force: true })
})

test('what is written in bulk passes the audit', async () => {
  useDatabase(`file:${fileOf('first')}`)
  const faults: string[] = []
  const report = await auditDatabase((sentence) => faults.push(sentence))
  expect(faults).toEqual([])
  expect(report.responses).toBe(responses)
  expect(report.tallyCells).toBeGreaterThan(responses)
})

test('the same number gives the same responses, comments and tallies', async () => {
  expect(await contentOf('first')).toEqual(await contentOf('second'))
})

async function contentOf(name: string): Promise<unknown[]> {
  useDatabase(`file:${fileOf(name)}`)
  const read = async (sql: string) => (await database().$client.execute(sql)).rows
  return [
    await read('select * from responses order by seq'),
    await read('select key, response_seq, text, month from comments order by id'),
    await read('select * from tallies'),
  ]
}
