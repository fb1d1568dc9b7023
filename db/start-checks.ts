import 'server-only'
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Client } from '@libsql/client'
import SqliteFile from 'libsql'
import { fileOf } from '@/lib/env'
import { type Database, database, isUnavailable } from './client'
import { contentKeySetting } from './content-key'
import { newestMigration } from './releases'

/** The database cannot be used; the message is a plain English sentence for the person who starts the app. */
export class StartRefused extends Error {}

/** Files up to this size are checked whole at start; `npm run audit` checks any. */
const largestQuickCheck = 256 * 1024 * 1024

/**
 * Looks at a database before anything is written to it. A file that is not there yet is fine.
 * @throws StartRefused for a missing folder, a damaged file, a server that does not answer, or a database made by a
 * newer version of the app.
 */
export async function checkDatabaseFile(url: string): Promise<void> {
  const file = fileOf(url)
  if (file === undefined) return checkServer(url)
  const folder = dirname(file)
  if (!existsSync(folder)) throw new StartRefused(`The folder ${folder} does not exist.`)
  if (!existsSync(file)) return
  if (!statSync(file).isFile()) throw new StartRefused(`${file} is not a file.`)
  if (statSync(file).size === 0) return
  let opened: SqliteFile.Database | undefined
  try {
    checkHead(file)
    opened = openToRead(file)
    const look = lookInto(opened)
    if (statSync(file).size <= largestQuickCheck) {
      if ((await look('PRAGMA quick_check(1)')) !== 'ok') throw damaged(file)
    }
    await checkSchema(`The file ${file}`, look)
  } catch (error) {
    throw isDamage(error) ? damaged(file) : error
  } finally {
    opened?.close()
  }
}

/**
 * SQLite alone opens the file: the kernel would take all locks of this process from it when anything else closed it.
 * A damaged file is left to the last byte: whoever may write merges the log into it when closing, and removes the log.
 * A journal beside it is of a first start that was cut off before there was a log; only a writer can roll it back.
 */
const openToRead = (file: string) => {
  const mode = existsSync(`${file}-journal`) ? 'rw' : 'ro'
  return new SqliteFile(`${pathToFileURL(file).href}?mode=${mode}`, { timeout: 1000 })
}

/**
 * Reads the first page of the file itself: with a log beside it SQLite would take that page from there. A checkpoint
 * that goes on now, or was cut short, has written it before the pages that it tells of; so those are not missed.
 */
function checkHead(file: string): void {
  const opened = new SqliteFile(`${pathToFileURL(file).href}?mode=ro&immutable=1`)
  try {
    opened.exec('PRAGMA writable_schema = on; PRAGMA schema_version')
  } finally {
    opened.close()
  }
}

const lookInto =
  (opened: SqliteFile.Database) =>
  async (sql: string): Promise<unknown> =>
    Object.values((opened.prepare(sql).get() ?? {}) as object)[0]

/** A server looks after its own file; what may be in it is looked at as in a file. */
async function checkServer(url: string): Promise<void> {
  try {
    await checkSchema(
      `The database ${url}`,
      async (sql) => (await database().$client.execute(sql)).rows[0]?.[0],
    )
  } catch (error) {
    if (error instanceof StartRefused) throw error
    const isKnown = isUnavailable(error) && error instanceof Error
    const reason = isKnown ? error.message : 'it does not answer as a libSQL server'
    throw new StartRefused(`The database ${url} cannot be used: ${reason}.`, { cause: error })
  }
}

/**
 * Sets what the app relies on in an open database: in a file the write-ahead log, which persists; references that are
 * checked.
 * @throws StartRefused where the file system cannot carry a write-ahead log.
 */
export async function checkOpenDatabase(target: Database): Promise<void> {
  const { $client } = target
  if ($client.protocol === 'file') await keepWriteAheadLog($client)
  const references = await $client.execute('PRAGMA foreign_keys')
  if (references.rows[0]?.[0] !== 1) throw new Error('Foreign keys are not checked.')
}

async function keepWriteAheadLog(client: Client): Promise<void> {
  const journal = await client.execute('PRAGMA journal_mode = WAL')
  if (journal.rows[0]?.[0] === 'wal') return
  throw new StartRefused(
    'The database cannot keep a write-ahead log in its folder. Move the folder to a local disk.',
  )
}

/** Whether the open database answers and the first start has run. */
export async function isReady(): Promise<boolean> {
  const sql = 'select 1 from settings where key = ?'
  const { rows } = await database().$client.execute({ sql, args: [contentKeySetting] })
  return rows.length === 1
}

/**
 * Whether the open database lacks migrations of this build: what only reads must not guess at older tables.
 * Also for one that never was migrated.
 */
export const isOfOlderRelease = async (): Promise<boolean> =>
  ((await readSchemaAt()) ?? 0) < newestMigration().when

/** When the newest migration of the open database had been made; null where it never was migrated. */
export async function readSchemaAt(): Promise<number | null> {
  const { $client } = database()
  const { rows } = await $client.execute(
    "select 1 from sqlite_master where name = '__drizzle_migrations'",
  )
  if (rows.length === 0) return null
  const applied = await $client.execute('select max(created_at) from __drizzle_migrations')
  const at = applied.rows[0]?.[0] ?? null
  return at === null ? null : Number(at)
}

const damaged = (file: string) =>
  new StartRefused(
    `The database ${file} is damaged. It was left as it is. Restore a backup, or move the file away to begin anew.`,
  )

/** Whether SQLite says that the file is damaged or none of its own. */
export const isDamage = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && /^SQLITE_(NOTADB|CORRUPT)/.test(String(error.code))

/** Refuses tables that are not ours, and a schema newer than this build's last migration: an older app must not write it. */
async function checkSchema(place: string, first: (sql: string) => Promise<unknown>): Promise<void> {
  // In one look: another process may be making the first tables at this moment.
  const seen = await first(
    "select count(*) || ' ' || total(name = '__drizzle_migrations') from sqlite_master",
  )
  if (seen === '0 0.0') return
  if (String(seen).endsWith(' 0.0')) {
    throw new StartRefused(`${place} is a database of another program. It was left as it is.`)
  }
  const applied = Number(await first('select max(created_at) from __drizzle_migrations'))
  if (applied <= newestMigration().when) return
  throw new StartRefused(
    'The database was made by a newer version of the app. Start that version, or restore a backup of this one.',
  )
}
