import 'server-only'
import { join } from 'node:path'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { type Database, database } from './client'
import { maskMovedComments } from './comment-intake'
import { checkOpenDatabase } from './start-checks'

/** Brings the database to the newest schema. */
export async function migrateDatabase(target: Database = database()): Promise<void> {
  await checkOpenDatabase(target)
  await migrate(target, { migrationsFolder: join(process.cwd(), 'db/migrations') })
  await maskMovedComments()
}
