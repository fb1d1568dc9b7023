import Database from 'libsql'

/**
 * Counts the statements of this process from the first one that reaches SQLite, and which of them were commits; before
 * the one with this number the process dies by SIGKILL.
 */
export function countStatements(last: number): Readonly<{ statements: number; commits: number[] }> {
  const counted = { statements: 0, commits: [] as number[] }
  const count = (sql: string): void => {
    if (++counted.statements === last) process.kill(process.pid, 'SIGKILL')
    if (sql === 'COMMIT') counted.commits.push(counted.statements)
  }
  const { prepare, exec } = Database.prototype
  Object.assign(Database.prototype, {
    // Counted when it runs: one that is prepared once runs many times.
    prepare(this: Database.Database, sql: string) {
      const statement = prepare.call(this, sql) as Database.Statement<unknown[]>
      const { run, all } = statement
      return Object.assign(statement, {
        run(...args: unknown[]) {
          count(sql)
          return run.apply(statement, args)
        },
        all(...args: unknown[]) {
          count(sql)
          return all.apply(statement, args)
        },
      })
    },
    exec(this: Database.Database, sql: string) {
      count(sql)
      return exec.call(this, sql)
    },
  })
  return counted
}
