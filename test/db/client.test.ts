import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { expect, test } from 'vitest'
import { closeDatabase, DatabaseUnavailable, useDatabase, write } from '@/db/client'
import { migrateDatabase } from '@/db/installation/migrate'

const setting = { sql: "insert or replace into settings values ('a', '1')", args: [] }

test('nothing is written into a file that was moved away, and again once it is back', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'hai-long-client-'))
  const file = join(dir, 'a.db')
  await migrateDatabase(useDatabase(`file:${file}`))
  await write([setting])
  renameSync(file, join(dir, 'away.db'))
  await expect(write([setting])).rejects.toThrow(DatabaseUnavailable)
  renameSync(join(dir, 'away.db'), file)
  await expect(write([setting])).resolves.toHaveLength(1)
  closeDatabase()
  rmSync(dir, { recursive: true })
})

test('a write that waits for a foreign lock holds nobody else up for 50 ms at a time', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'hai-long-client-'))
  const url = `file:${join(dir, 'a.db')}`
  await migrateDatabase(useDatabase(url))
  const foreign = createClient({ url })
  const held = await foreign.transaction('write')
  const stalls = await stallsWhile(expect(write([setting])).rejects.toThrow(DatabaseUnavailable))
  held.close()
  foreign.close()
  closeDatabase()
  rmSync(dir, { recursive: true })
  // On a busy machine one stall may last longer than its cause.
  const [median] = stalls.toSorted((a, b) => a - b).slice(stalls.length / 2)
  expect(stalls.length).toBeGreaterThanOrEqual(10)
  expect(median).toBeLessThan(50)
})

/** How long the event loop stood still each time, in milliseconds; what is under twenty is no stall. */
async function stallsWhile(work: Promise<unknown>): Promise<number[]> {
  const stalls: number[] = []
  let isOver = false
  const ended = work.finally(() => {
    isOver = true
  })
  for (let at = performance.now(); !isOver; ) {
    await new Promise((resolve) => setImmediate(resolve))
    const now = performance.now()
    if (now - at >= 20) stalls.push(now - at)
    at = now
  }
  await ended
  return stalls
}
