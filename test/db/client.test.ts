import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closeDatabase, DatabaseUnavailable, useDatabase, write } from '@/db/client'
import { migrateDatabase } from '@/db/migrate'

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
