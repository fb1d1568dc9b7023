import { closeDatabase } from '@/db/client'
import { holdData, openHeldData } from '@/db/installation/open-data'
import { countStatements } from './statement-count'

// A start in a process of its own that dies by SIGKILL before its statement number N, counted from the first one that
// reaches SQLite: `killed-start.ts N`. One that comes to its end prints how many there were, and which were commits.

const counted = countStatements(Number(process.argv[2]))
void start()

async function start(): Promise<void> {
  await holdData()
  process.stdout.write('begun\n')
  await openHeldData(Date.now())
  closeDatabase()
  process.stdout.write(`${JSON.stringify(counted)}\n`)
  process.exit(0)
}
