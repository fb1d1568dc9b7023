import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import { database, useDatabase } from '@/db/client'

/**
 * Gives every test of the file its own real, migrated database, reached by `database()` and `write()`.
 * Call it once at the top of the file. It is empty: fill it in the test or in a `beforeEach` after this one.
 */
export function useTestDatabase(): void {
  let dir = ''
  let number = 0
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'hai-long-db-'))
  })
  beforeEach(async () => {
    const file = join(dir, `${++number}.db`)
    copyFileSync(join(inject('templateDir'), 'empty.db'), file)
    await useDatabase(`file:${file}`).$client.execute('PRAGMA synchronous = OFF')
  })
  afterAll(() => {
    database().$client.close()
    rmSync(dir, { recursive: true, force: true })
  })
}
