import { parseArgs } from 'node:util'
import { auditDatabase } from '@/db/recount/database'
import { runReadingCommand } from './command'

export default runReadingCommand({
  usage: 'npm run audit',
  read: () => parseArgs({ options: {} }),
  run: audit,
})

/** Exit code 0: whatever the app shows can be got again from the single responses. */
async function audit(): Promise<void> {
  const startedAt = Date.now()
  const { responses, tallyCells, snapshots, chainHead, faults } = await auditDatabase(
    (sentence) => {
      process.stderr.write(`${sentence}\n`)
    },
  )
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  process.stdout.write(`Counted ${responses} responses anew, in ${seconds} s.\n`)
  process.stdout.write(`Made the figures of ${snapshots} snapshots again.\n`)
  process.stdout.write(`Newest audit event: ${chainHead.seq} ${chainHead.hash}\n`)
  if (faults > 0) {
    process.stdout.write(`${faults} faults found; they stand above.\n`)
    process.exitCode = 1
    return
  }
  process.stdout.write(
    `All ${tallyCells} tallies equal the recount; integrity, references and the audit chain hold.\n`,
  )
}
