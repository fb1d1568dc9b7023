import Database from 'libsql'
import { isUnsupported } from './hrana-statements'
import { decodeValue, encodeValue, type HranaValue, sizeOf } from './hrana-values'

type Statement = Readonly<{
  sql?: string
  sql_id?: number
  args?: readonly HranaValue[]
  named_args?: readonly Readonly<{ name: string; value: HranaValue }>[]
  want_rows?: boolean
}>
type Condition =
  | Readonly<{ type: 'ok' | 'error'; step: number }>
  | Readonly<{ type: 'not'; cond: Condition }>
  | Readonly<{ type: 'and' | 'or'; conds: readonly Condition[] }>
  | Readonly<{ type: 'is_autocommit' }>
type Step = Readonly<{ condition?: Condition; stmt: Statement }>

/** One request of a pipeline. */
export type StreamRequest =
  | Readonly<{ type: 'close' | 'get_autocommit' }>
  | Readonly<{ type: 'execute'; stmt: Statement }>
  | Readonly<{ type: 'batch'; batch: Readonly<{ steps: readonly Step[] }> }>
  | Readonly<{ type: 'sequence'; sql?: string; sql_id?: number }>
  | Readonly<{ type: 'store_sql'; sql: string; sql_id: number }>
  | Readonly<{ type: 'close_sql'; sql_id: number }>

type Failure = Readonly<{ message: string; code: string }>

/** Says with a code why a statement failed, as the server does. */
export class HranaError extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message)
  }
}

// As the server has them by default.
const largestAnswer = 10 * 1024 * 1024
const longestStoredSql = 5000
const mostStoredSql = 50
const busyFor = 5000

/** One stream of the double: a connection of its own to the file, and the texts stored for it. */
export class HranaStream {
  #database: Database.Database | undefined
  readonly #stored = new Map<number, string>()

  constructor(readonly file: string) {}

  get isClosed(): boolean {
    return this.#database === undefined && this.#wasOpen
  }
  #wasOpen = false

  /** Whether a transaction is open; the real server would keep its locks until the stream ends or expires. */
  get isInTransaction(): boolean {
    return this.#database?.inTransaction ?? false
  }

  async handle(request: StreamRequest): Promise<object> {
    if (request.type === 'close') {
      this.close()
      return { type: 'close' }
    }
    if (request.type === 'execute') {
      return { type: 'execute', result: await this.#execute(request.stmt) }
    }
    if (request.type === 'batch') {
      return { type: 'batch', result: await this.#batch(request.batch.steps) }
    }
    if (request.type === 'sequence') {
      this.#open().exec(this.#textOf(request))
      return { type: 'sequence' }
    }
    if (request.type === 'store_sql') this.#store(request.sql_id, request.sql)
    if (request.type === 'close_sql') this.#stored.delete(request.sql_id)
    if (request.type === 'get_autocommit') {
      return { type: 'get_autocommit', is_autocommit: !this.isInTransaction }
    }
    return { type: request.type }
  }

  /** Ends the connection; an open transaction is rolled back. */
  close(): void {
    this.#wasOpen = true
    this.#database?.close()
    this.#database = undefined
  }

  #open(): Database.Database {
    this.#wasOpen = true
    if (!this.#database) {
      this.#database = new Database(this.file)
      // The server keeps a write-ahead log, so that those who read hold up nobody who writes.
      this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF')
    }
    return this.#database
  }

  #store(id: number, sql: string): void {
    if (this.#stored.size >= mostStoredSql) throw new HranaError('too many', 'SQL_STORE_TOO_MANY')
    if (sql.length > longestStoredSql) throw new HranaError('too large', 'SQL_STORE_TOO_LARGE')
    this.#stored.set(id, sql)
  }

  async #batch(steps: readonly Step[]) {
    const results: (object | null)[] = []
    const errors: (Failure | null)[] = []
    for (const { condition, stmt } of steps) {
      const isDue = !condition || this.#holds(condition, results, errors)
      const [result, error] = isDue ? await this.#try(stmt) : [null, null]
      results.push(result)
      errors.push(error)
    }
    return { step_results: results, step_errors: errors }
  }

  async #try(stmt: Statement): Promise<[object | null, Failure | null]> {
    try {
      return [await this.#execute(stmt), null]
    } catch (error) {
      return [null, failureOf(error)]
    }
  }

  #holds(
    condition: Condition,
    results: readonly (object | null)[],
    errors: readonly (Failure | null)[],
  ): boolean {
    const holds = (one: Condition) => this.#holds(one, results, errors)
    if (condition.type === 'ok') return (results[condition.step] ?? null) !== null
    if (condition.type === 'error') return (errors[condition.step] ?? null) !== null
    if (condition.type === 'not') return !holds(condition.cond)
    if (condition.type === 'and') return condition.conds.every(holds)
    if (condition.type === 'or') return condition.conds.some(holds)
    return !this.isInTransaction
  }

  /** Another stream may hold the lock: it is waited for without holding up the other streams. */
  async #execute(stmt: Statement): Promise<object> {
    for (const until = Date.now() + busyFor; ; ) {
      try {
        return this.#run(stmt)
      } catch (error) {
        const isBusy = failureOf(error).code === 'SQLITE_BUSY'
        if (!isBusy || this.isInTransaction || Date.now() > until) throw error
        this.#database?.close()
        this.#database = undefined
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    }
  }

  #run(stmt: Statement): object {
    const sql = this.#textOf(stmt)
    if (isUnsupported(sql)) throw new HranaError(`unsupported statement: ${sql}`, 'SQL_PARSE_ERROR')
    const database = this.#open()
    const prepared = database.prepare(sql)
    const args = argumentsOf(stmt)
    const before = count(database, 'total_changes()')
    const rows = prepared.reader ? readRows(prepared, args) : run(prepared, args)
    const isChanged = count(database, 'total_changes()') > before
    return {
      cols: columnsOf(prepared),
      rows: stmt.want_rows === false ? [] : rows,
      affected_row_count: isChanged ? count(database, 'changes()') : 0,
      last_insert_rowid: String(count(database, 'last_insert_rowid()')),
    }
  }

  #textOf({ sql, sql_id }: { sql?: string; sql_id?: number }): string {
    const text = sql ?? this.#stored.get(sql_id ?? -1)
    if (text === undefined) throw new HranaError('SQL text not found', 'SQL_NOT_FOUND')
    return text
  }
}

export function failureOf(error: unknown): Failure {
  if (error instanceof HranaError) return { message: error.message, code: error.code }
  if (!(error instanceof Error)) return { message: String(error), code: 'UNKNOWN' }
  // The server tells the primary code alone, and says where the sentence comes from.
  const code = 'code' in error ? String(error.code) : 'SQLITE_UNKNOWN'
  return {
    message: `SQLite error: ${error.message}`,
    code: code.split('_').slice(0, 2).join('_'),
  }
}

function argumentsOf({ args = [], named_args = [] }: Statement) {
  if (named_args.length === 0) return args.map(decodeValue)
  return Object.fromEntries(
    named_args.map(({ name, value }) => [name.replace(/^[:@$]/, ''), decodeValue(value)]),
  )
}

function readRows(prepared: Database.Statement, args: unknown): HranaValue[][] {
  prepared.safeIntegers(true).raw(true)
  const rows = (prepared.all(args) as never[][]).map((row) => row.map(encodeValue))
  const size = rows.flat().reduce((sum, value) => sum + sizeOf(value), 0)
  if (size > largestAnswer) throw new HranaError('Response is too large', 'RESPONSE_TOO_LARGE')
  return rows
}

function run(prepared: Database.Statement, args: unknown): HranaValue[][] {
  prepared.run(args)
  return []
}

const columnsOf = (prepared: Database.Statement) =>
  prepared.reader
    ? prepared.columns().map(({ name, type }) => ({ name, decltype: type ?? null }))
    : []

function count(database: Database.Database, what: string): number {
  const [row] = database.prepare(`select ${what}`).raw(true).all() as number[][]
  return row?.[0] ?? 0
}
