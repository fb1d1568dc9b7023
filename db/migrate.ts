import 'server-only'
import { join } from 'node:path'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { type Database, database } from './client'

/** Brings the database to the newest schema; WAL is set once and persists. */
export async function migrateDatabase(target: Database = database()): Promise<void> {
  if (target.$client.protocol === 'file') await target.$client.execute('PRAGMA journal_mode = WAL')
  await migrate(target, { migrationsFolder: join(process.cwd(), 'db/migrations') })
}
