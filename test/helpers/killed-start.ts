import Database from 'libsql'
import { closeDatabase } from '@/db/client'
import { holdData, openHeldData } from '@/db/open-data'

// A start in a process of its own that dies by SIGKILL before its statement number N, counted from the first one that
// reaches SQLite: `killed-start.ts N`. One that comes to its end prints how many there were.

const last = Number(process.argv[2])
let statements = 0

function count(): void {
  if (++statements === last) process.kill(process.pid, 'SIGKILL')
}

const { prepare, exec } = Database.prototype
Object.assign(Database.prototype, {
  prepare(this: Database.Database, sql: string) {
    count()
    return prepare.call(this, sql)
  },
  exec(this: Database.Database, sql: string) {
    count()
    return exec.call(this, sql)
  },
})

await holdData()
process.stdout.write('begun\n')
await openHeldData(Date.now())
closeDatabase()
process.stdout.write(`statements ${statements}\n`)
process.exit(0)
