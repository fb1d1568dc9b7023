import 'server-only'
import { join } from 'node:path'
import type { Client, InStatement } from '@libsql/client'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { Backup } from '@/domain/backup'
import { type Database, database, isBusy } from '../client'
import { maskMovedComments } from '../comments/intake'
import { isRefusedAs } from '../refused-change'
import { checkOpenDatabase } from '../start-checks'
import { noteUpgrade } from './upgrade-notes'

/** Made and read as drizzle's own migrator does. */
const table = '__drizzle_migrations'

/**
 * Brings the database to the newest schema, all in one transaction, and leaves a note there of what was done.
 * @param copy what was copied before; null where there was nothing to copy, or no means.
 */
export async function migrateDatabase(
  target: Database = database(),
  copy: Backup | null = null,
): Promise<void> {
  await checkOpenDatabase(target)
  const folder = join(process.cwd(), 'db/migrations')
  await applyMigrations(target.$client, folder, (from) => noteUpgrade(from, copy))
  await maskMovedComments()
}

/**
 * Applies what the folder holds and the database lacks, in one transaction. Drizzle's own migrator reads first and
 * writes without looking again: two processes that start at once on a server would both apply. Here the second one
 * finds the first one's mark within its transaction, changes nothing, and looks again.
 * @param note makes a statement that belongs to the same transaction, where there were tables already; it gets the time
 * of the newest migration they had.
 */
export async function applyMigrations(
  client: Client,
  folder: string,
  note?: (from: number) => InStatement,
): Promise<void> {
  await client.execute(
    `create table if not exists ${table} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`,
  )
  for (let attempt = 1; ; attempt++) {
    const newest = await readNewest(client)
    const missing = readMigrationFiles({ migrationsFolder: folder }).filter(
      ({ folderMillis }) => newest === null || folderMillis > newest,
    )
    if (missing.length === 0) return
    const noted = newest === null || !note ? [] : [note(newest)]
    try {
      await client.migrate([requireNewest(newest), ...missing.flatMap(statementsOf), ...noted])
      return
    } catch (error) {
      if (!isOvertaken(error) || attempt >= 20) throw error
      await new Promise((resolve) => setTimeout(resolve, 50 * attempt))
    }
  }
}

type Migration = ReturnType<typeof readMigrationFiles>[number]

async function readNewest(client: Client): Promise<number | null> {
  const { rows } = await client.execute(`select max(created_at) from ${table}`)
  const newest = rows[0]?.[0] ?? null
  return newest === null ? null : Number(newest)
}

/** Fails where another process has migrated since: a mark without a hash cannot be stored. */
const requireNewest = (newest: number | null): InStatement => ({
  sql: `insert into ${table} (hash, created_at)
    select null, 0 where (select max(created_at) from ${table}) is not ?`,
  args: [newest],
})

const statementsOf = ({ sql, hash, folderMillis }: Migration): InStatement[] => [
  ...sql,
  { sql: `insert into ${table} (hash, created_at) values (?, ?)`, args: [hash, folderMillis] },
]

const isOvertaken = (error: unknown) =>
  isBusy(error) || isRefusedAs(error, new RegExp(`${table}\\.hash`))
