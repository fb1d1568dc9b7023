import Database from 'libsql'
import { closeDatabase } from '@/db/client'
import { holdData, openHeldData } from '@/db/installation/open-data'

// A start in a process of its own that dies by SIGKILL before its statement number N, counted from the first one that
// reaches SQLite: `killed-start.ts N`. One that comes to its end prints how many there were, and which were commits.

const last = Number(process.argv[2])
let statements = 0
const commits: number[] = []

function count(sql: string): void {
  if (++statements === last) process.kill(process.pid, 'SIGKILL')
  if (sql === 'COMMIT') commits.push(statements)
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

await holdData()
process.stdout.write('begun\n')
await openHeldData(Date.now())
closeDatabase()
process.stdout.write(`${JSON.stringify({ statements, commits })}\n`)
process.exit(0)
