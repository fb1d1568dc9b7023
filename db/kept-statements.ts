import 'server-only'
import { type Client, ConnectionPool, Sqlite3Client } from '@libsql/client/sqlite3'

/** Statements of one connection; each takes some ten kilobytes. */
const mostKept = 128

/**
 * A client of a database in a file that keeps the statements it has prepared: by itself the driver prepares each anew at
 * every call, which costs as much as a small read. One that met a lock is begun anew when it is used again, so that the
 * connection does not stay behind at what it saw then (libsql-client-ts#352).
 * @param timeout milliseconds a call waits for a foreign lock
 */
export function openFile(
  file: string,
  { timeout, connections }: Readonly<{ timeout: number; connections: number }>,
): Client {
  return new Sqlite3Client(new KeepingPool(file, { timeout }, connections), 'number')
}

type Connection = ReturnType<ConnectionPool['acquireSync']>
type Statement = ReturnType<Connection['prepare']>

class KeepingPool extends ConnectionPool {
  readonly #keeping = new WeakSet<Connection>()

  override acquireSync(forTransaction?: boolean): Connection {
    const connection = super.acquireSync(forTransaction)
    if (!this.#keeping.has(connection)) {
      this.#keeping.add(connection)
      // What is blanked or deleted does not stay behind in the file, where SQLite would only let go of the place.
      connection.exec('PRAGMA secure_delete = ON')
      connection.prepare = keeping(connection.prepare.bind(connection))
    }
    return connection
  }
}

/** The statement that was asked for longest ago gives way to a new one. */
function keeping(prepare: (sql: string) => Statement): Connection['prepare'] {
  const kept = new Map<string, Statement>()
  return ((sql: string) => {
    const statement = kept.get(sql) ?? knowingItsKind(prepare(sql))
    kept.delete(sql)
    kept.set(sql, statement)
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break
      kept.delete(oldest)
    }
    return statement
  }) as Connection['prepare']
}

/** The client tries each time whether rows can be had, and making that error takes longer than a small write. */
function knowingItsKind(statement: Statement): Statement {
  if (!statement.reader) {
    statement.raw = () => {
      throw noRows
    }
  }
  return statement
}

const noRows = new Error('This statement answers no rows.')
