import 'server-only'
import {
  type Client,
  createClient,
  type InStatement,
  LibsqlError,
  type ResultSet,
} from '@libsql/client'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import { env } from '@/lib/env'
import * as schema from './schema'

export type Database = LibSQLDatabase<typeof schema> & { $client: Client }

/** A statement for `write`: plain SQL with arguments, or a drizzle query. */
export type Statement = InStatement | { toSQL(): { sql: string; params: unknown[] } }

/** The database could not be written just now (locked, or the disk is full); worth another try. */
export class DatabaseUnavailable extends Error {}

// Next bundles routes apart from each other: the one connection lives on globalThis.
const place = globalThis as { hailongDatabase?: Database }

/** The process's database; opened at first use from the environment. */
export function database(): Database {
  place.hailongDatabase ??= openDatabase(env().databaseUrl, env().databaseAuthToken)
  return place.hailongDatabase
}

/** Opens (or, for tests and commands, replaces) the process's database. */
export function useDatabase(url: string, authToken?: string): Database {
  place.hailongDatabase?.$client.close()
  place.hailongDatabase = openDatabase(url, authToken)
  return place.hailongDatabase
}

function openDatabase(url: string, authToken?: string): Database {
  const client = createClient({ url, timeout: 60, ...(authToken ? { authToken } : {}) })
  return drizzle(client, { schema })
}

/**
 * Runs the statements as one immediate transaction: all or none. Every write of the app goes through here.
 * Waits out a foreign lock with reconnect and jitter for about two seconds.
 * @throws DatabaseUnavailable when the lock holds on or the disk is full.
 */
export async function write(statements: Statement[]): Promise<ResultSet[]> {
  const batch = statements.map(asInStatement)
  for (let attempt = 1; ; attempt++) {
    try {
      return await database().$client.batch(batch, 'write')
    } catch (error) {
      if (!(error instanceof LibsqlError)) throw error
      if (error.code === 'SQLITE_FULL') throw new DatabaseUnavailable('disk full', { cause: error })
      if (!error.code.startsWith('SQLITE_BUSY')) throw error
      // After one BUSY a pooled connection stays wedged (libsql-client-ts#352).
      database().$client.reconnect()
      if (attempt >= 12) throw new DatabaseUnavailable('locked', { cause: error })
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 40 * attempt))
    }
  }
}

function asInStatement(statement: Statement): InStatement {
  if (typeof statement === 'string' || !('toSQL' in statement)) return statement
  const { sql, params } = statement.toSQL()
  return { sql, args: params as never[] }
}
