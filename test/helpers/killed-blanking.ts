import { closeDatabase } from '@/db/client'
import { blankOutdated } from '@/db/comments/blanking'
import { countStatements } from './statement-count'

// A run of the blanking in a process of its own that dies by SIGKILL before its statement number N: `killed-blanking.ts
// NOW N`. One that comes to its end prints how many there were.

const [now, last] = process.argv.slice(2).map(Number) as [number, number]
const counted = countStatements(last)
void blankOutdated(now).then(() => {
  closeDatabase()
  process.stdout.write(`${JSON.stringify(counted)}\n`)
})
