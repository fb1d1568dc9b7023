import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { noteAskedBackup } from '@/db/backups/asked'
import { makeBackup } from '@/db/backups/backups'
import { CopyFailed } from '@/db/backups/copy'
import { databaseFile } from '@/db/client'
import type { Backup } from '@/domain/backup'
import { runReadingCommand } from './command'
import { fail } from './stop'

const usage = 'npm run backup -- DIR'

export default runReadingCommand({ usage, read, run: backUp })

function read(): string {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} })
  const [folder, ...rest] = positionals
  if (folder === undefined || rest.length > 0) fail(`Usage: ${usage}`, 2)
  if (databaseFile() === undefined) {
    fail(
      'DATABASE_URL names a libSQL server: copies of its database are made there, by its own means.',
    )
  }
  return resolve(folder)
}

/** Works beside the running app, which records it in the audit log within a minute, or at its next start. */
async function backUp(folder: string): Promise<void> {
  const startedAt = Date.now()
  const backup = await makeBackup({ folder, kind: 'asked', now: startedAt }).catch(stop)
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  noteAskedBackup(backup)
  const { file, bytes, sha256, responses, auditSeq, auditHash } = backup
  process.stdout.write(
    `${resolve(folder, file)}\n` +
      `  ${(bytes / 1_000_000).toFixed(1)} MB, ${responses} responses, made and verified in ${seconds} s\n` +
      `  SHA-256  ${sha256}\n` +
      `  Newest audit event: ${auditSeq} ${auditHash}\n` +
      `Keep it together with the file ${file}.json beside it.\n`,
  )
}

const words: Readonly<Record<CopyFailed['fault'], string>> = {
  'disk-full': 'There is too little room on the disk',
  'not-writable': 'The folder cannot be written',
  unsound: 'The database is damaged; run `npm run audit`',
  failed: 'The copy could not be made',
}

function stop(error: unknown): Promise<Backup> {
  if (!(error instanceof CopyFailed)) throw error
  fail(`${words[error.fault]}: ${error.message}\nNo copy was made; older ones are as they were.`)
}
