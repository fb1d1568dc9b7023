import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { listSince } from '@/db/backups/copy'
import { restoreDatabase } from '@/db/backups/restore'
import { StartRefused } from '@/db/start-checks'
import { env, fileOf } from '@/lib/env'
import { runGuarded } from './command'
import { holdOffice, openHeldOffice } from './office'
import { fail } from './stop'

const usage = 'npm run restore -- FILE'

export default runGuarded(usage, async () => {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} })
  const [file, ...rest] = positionals
  if (file === undefined || rest.length > 0) fail(`Usage: ${usage}`, 2)
  if (fileOf(env().databaseUrl) === undefined) {
    fail('DATABASE_URL names a libSQL server: its database is restored there, by its own means.')
  }
  await holdOffice()
  await restore(resolve(file))
})

async function restore(file: string): Promise<void> {
  const startedAt = Date.now()
  const { backup, aside } = await restoreDatabase(file, startedAt).catch((error) => {
    if (error instanceof StartRefused) fail(`${error.message}\nNothing was changed.`)
    throw error
  })
  await openHeldOffice()
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  process.stdout.write(
    `${file} is in place: ${backup.responses} responses, the newest ${moment(backup.newestResponseAt)}, in ${seconds} s.\n` +
      `Everybody has to log in again; links and codes that were not used yet are void.\n`,
  )
  if (aside) await sayLoss(aside, backup.auditSeq, backup.responses)
  process.stdout.write('Now run: npm run audit\n')
}

/** What the database that was moved aside had more; it may be too damaged to tell. */
async function sayLoss(aside: string, auditSeq: number, responses: number): Promise<void> {
  process.stdout.write(`The old database was kept as ${aside}.\n`)
  const old = await listSince(aside, auditSeq).catch(() => undefined)
  if (!old) {
    process.stdout.write('It cannot be read: what came in after the backup is not known.\n')
    return
  }
  const lost = Math.max(0, old.responses - responses)
  process.stdout.write(
    `It had ${lost} responses more, the newest ${moment(old.newestResponseAt)}.\n` +
      'Tablets can send the last day again: staff panel, "Send again".\n',
  )
  for (const { action, n } of old.actions)
    process.stdout.write(`  not in the backup: ${action} × ${n}\n`)
}

function moment(at: number | null): string {
  return at === null ? 'none' : new Date(at).toISOString()
}
