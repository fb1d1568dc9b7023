import Database from 'libsql'

/** A new file under one connection that does nothing for safety: a run that breaks is begun anew. */
export class Bulk {
  readonly #connection: Database.Database

  constructor(file: string) {
    this.#connection = new Database(file)
    // Everything that is written names rows that are there; the audit looks at all of them.
    const settings = ['journal_mode = OFF', 'synchronous = OFF', 'foreign_keys = OFF']
    for (const setting of [...settings, 'cache_size = -2000000', 'temp_store = MEMORY']) {
      this.run(`PRAGMA ${setting}`)
    }
    this.run('begin')
  }

  run(sql: string): void {
    this.#connection.exec(sql)
  }

  /** A statement that is run again and again. */
  prepare(sql: string): (...values: readonly unknown[]) => void {
    const made = this.#connection.prepare(sql)
    return (...values) => void made.run(...values)
  }

  /** Takes an index away and answers how to make it again: one sort is cheaper than many insertions. */
  without(index: string): () => void {
    const found = this.#connection
      .prepare('select sql from sqlite_master where type = ? and name = ?')
      .get('index', index) as { sql: string } | undefined
    if (!found) throw new Error(`no index ${index}`)
    this.run(`drop index ${index}`)
    return () => this.run(found.sql)
  }

  close(): void {
    this.run('commit')
    this.run('PRAGMA journal_mode = WAL')
    this.#connection.close()
  }
}
