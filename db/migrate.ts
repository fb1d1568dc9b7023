import 'server-only'
import { join } from 'node:path'
import type { Backup } from '@/domain/backup'
import { type Database, database } from './client'
import { maskMovedComments } from './comment-intake'
import { applyMigrations } from './migration-run'
import { checkOpenDatabase } from './start-checks'
import { noteUpgrade } from './upgrade-notes'

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
