import 'server-only'
import { statSync } from 'node:fs'
import {
  type Client,
  createClient,
  type InStatement,
  LibsqlError,
  type ResultSet,
} from '@libsql/client'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import { env, fileOf } from '@/lib/env'
import { openFile } from './kept-statements'
import { type Counted, Movements, movesFigures } from './movements'
import { askServer, isServerSilent } from './server-request'

/** For reading; `$client` runs plain SQL. Writing goes through `write`. */
export type Database = LibSQLDatabase & { $client: Client }

/** A statement for `write`: plain SQL with arguments, or a drizzle query. */
export type Statement = InStatement | { toSQL(): { sql: string; params: unknown[] } }

/** The database could not be reached or written just now (locked, disk full); worth another try. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable'

  /** Whether the change may have been made all the same: a server took it, and its answer is lost. */
  readonly isDoubtful: boolean

  constructor(reason: string, { cause }: { cause?: unknown } = {}) {
    super(reason, { cause })
    this.isDoubtful = isServerSilent(cause) && cause.isDoubtful
  }
}

/** Whether this comes from a database that cannot be reached or written; the query builder wraps what reading throws. */
export function isUnavailable(error: unknown): boolean {
  for (let fault = error; fault instanceof Error; fault = fault.cause) {
    if (fault instanceof DatabaseUnavailable || isServerSilent(fault)) return true
  }
  return false
}

type Opened = Readonly<{ database: Database; writer: Client; file: string | undefined }> & {
  /** The file that was written to first; unknown before. */
  inode?: number | undefined
  /** Why the last write failed, while none has succeeded since. */
  trouble?: string | undefined
  moved: Movements
}

// Next bundles routes apart from each other: the one connection lives on globalThis.
const place = globalThis as { hailongDatabase?: Opened }

/** Milliseconds a call waits for a foreign lock by itself. The driver is synchronous: so long it holds up everybody. */
const longestHold = 30

/** The process's database; opened at first use from the environment. */
export const database = (): Database => opened().database

/** Its file; undefined where it is on a libSQL server, which makes copies by its own means. */
export const databaseFile = (): string | undefined => opened().file

/** Opens (or, for tests and commands, replaces) the process's database. */
export function useDatabase(url: string, authToken?: string): Database {
  closeDatabase()
  place.hailongDatabase = openDatabase(url, authToken)
  return place.hailongDatabase.database
}

/** Closes what is open; the next use opens it again. */
export function closeDatabase(): void {
  if (!place.hailongDatabase) return
  const { database, writer } = place.hailongDatabase
  database.$client.close()
  if (writer !== database.$client) writer.close()
  delete place.hailongDatabase
}

/**
 * Runs the statements as one immediate transaction: all or none. Every write of the app goes through here.
 * Waits out a foreign lock with jitter for about two seconds.
 * @param counted the only tallies that can move; without them, all figures that rest on the tables written to.
 * @throws DatabaseUnavailable when the lock holds on, the disk is full or the server is out of reach.
 */
export async function write(
  statements: readonly Statement[],
  { counted }: Readonly<{ counted?: readonly Counted[] }> = {},
): Promise<ResultSet[]> {
  const batch = statements.map(asInStatement)
  for (let attempt = 1; ; attempt++) {
    const current = opened()
    const { writer } = current
    try {
      requireSameFile(current)
      const results = await writer.batch(batch, 'write')
      if (counted || batch.some((one) => movesFigures(sqlOf(one)))) current.moved.note(counted)
      current.trouble = undefined
      current.inode ??= inodeOf(current.file)
      return results
    } catch (error) {
      const reason = reasonToWait(error)
      if (!reason) throw error
      const isUnsent = isServerSilent(error) && error.isUnsent
      if (!(isUnsent || reason === 'locked') || attempt >= 12) {
        current.trouble = reason
        throw new DatabaseUnavailable(reason, { cause: error })
      }
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 40 * attempt))
    }
  }
}

/**
 * A number that stays the same as long as no figure of these units can have moved in the database that is open. On a
 * server others write too: there it also moves on with every second, so that nothing is kept for longer.
 */
export function figuresAt(units: Iterable<number>): number {
  const { moved, file } = opened()
  return file === undefined
    ? moved.at(units) + Math.floor(performance.now() / 1000)
    : moved.at(units)
}

/**
 * The half-months in which responses of a unit were counted since `figuresAt` gave this number; null: anything of it may
 * have moved, as always on a server.
 */
export function countedSince(unit: number, at: number): number[] | null {
  const { moved, file } = opened()
  return file === undefined ? null : moved.since(unit, at)
}

/** Why nothing could be written when it was last tried; null when that went well. */
export const whyWritingFails = (): string | null => opened().trouble ?? null

function opened(): Opened {
  place.hailongDatabase ??= openDatabase(env().databaseUrl, env().databaseAuthToken)
  return place.hailongDatabase
}

/** Into a file that was removed or moved away SQLite goes on writing, and nobody would find it again. */
function requireSameFile({ file, inode }: Opened): void {
  if (inode === undefined || inode === inodeOf(file)) return
  throw new DatabaseUnavailable('the database file was moved or removed')
}

function inodeOf(file: string | undefined): number | undefined {
  return file === undefined ? undefined : statSync(file, { throwIfNoEntry: false })?.ino
}

/** In a file the writer has a connection of its own, with the statements it keeps: a read never stands in its way. */
function openDatabase(url: string, authToken?: string): Opened {
  const file = fileOf(url)
  const open = (connections: number) =>
    file === undefined
      ? createClient({ url, fetch: askServer, ...(authToken ? { authToken } : {}) })
      : openFile(file, { timeout: longestHold, connections })
  const reader = open(20)
  const writer = file === undefined ? reader : open(1)
  return { database: drizzle(reader), writer, file, moved: new Movements() }
}

/** Why a write may succeed later, or undefined when it is no use to try again. */
function reasonToWait(error: unknown): string | undefined {
  if (isServerSilent(error)) return error.message
  if (!(error instanceof LibsqlError)) return undefined
  if (error.code === 'SQLITE_FULL') return 'disk full'
  if (isBusy(error) || error.code === 'CLIENT_CLOSED') return 'locked'
  return error.code.startsWith('HRANA_') ? 'out of reach' : undefined
}

/** A server has words of its own for a write that waited too long and was rolled back. */
export const isBusy = (error: unknown) =>
  error instanceof LibsqlError && /^(SQLITE_BUSY|TRANSACTION_(BUSY|TIMEOUT))/.test(error.code)

const sqlOf = (statement: InStatement) =>
  typeof statement === 'string' ? statement : statement.sql

function asInStatement(statement: Statement): InStatement {
  if (typeof statement === 'string' || !('toSQL' in statement)) return statement
  const { sql, params } = statement.toSQL()
  return { sql, args: params as never[] }
}
