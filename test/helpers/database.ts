import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import { closeDatabase, useDatabase } from '@/db/client'
import { type SqlServer, startSqlServer } from './sql-server'

declare module 'vitest' {
  export interface ProvidedContext {
    isRemote?: boolean
  }
}

/** Whether this run reaches its databases over http, through the double of a libSQL server. */
export const isRemote = inject('isRemote') === true

let opened = ''

/**
 * Gives every test of the file its own real, migrated database, reached by `database()` and `write()`.
 * Call it once at the top of the file. It is empty: fill it in the test or in a `beforeEach` after this one.
 */
export function useTestDatabase(): void {
  let dir = ''
  let number = 0
  let server: SqlServer | undefined
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'hai-long-db-'))
    if (isRemote) server = await startSqlServer({ file: join(dir, '0.db') })
  })
  beforeEach(async () => {
    const file = join(dir, `${++number}.db`)
    copyFileSync(join(inject('templateDir'), 'empty.db'), file)
    server?.serve(file)
    opened = server?.url ?? `file:${file}`
    const { $client } = useDatabase(opened)
    if (!server) await $client.execute('PRAGMA synchronous = OFF')
  })
  afterAll(async () => {
    closeDatabase()
    await server?.stop()
    rmSync(dir, { recursive: true, force: true })
  })
}

/** Reads the same database as a process does that has just begun: nothing of it is kept yet, and nothing stays kept. */
export async function asInNewProcess<T>(read: () => Promise<T>): Promise<T> {
  const place = globalThis as { hailongDatabase?: unknown }
  const open = place.hailongDatabase
  delete place.hailongDatabase
  useDatabase(opened)
  try {
    return await read()
  } finally {
    closeDatabase()
    place.hailongDatabase = open
  }
}
