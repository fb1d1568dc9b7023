import 'server-only'
import { join } from 'node:path'
import { type Database, database } from './client'
import { maskMovedComments } from './comment-intake'
import { applyMigrations } from './migration-run'
import { checkOpenDatabase } from './start-checks'

/** Brings the database to the newest schema. */
export async function migrateDatabase(target: Database = database()): Promise<void> {
  await checkOpenDatabase(target)
  await applyMigrations(target.$client, join(process.cwd(), 'db/migrations'))
  await maskMovedComments()
}
