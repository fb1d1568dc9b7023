import 'server-only'
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Backup, timeStamp } from '@/domain/backup'
import { env, fileOf } from '@/lib/env'
import { newestMigration } from '../releases'
import { StartRefused } from '../start-checks'
import { readBackup } from './backups'
import { CopyFailed, checkCopy, copyDatabase } from './copy'
import { databaseBytes, freeBytes, toDisk } from './disk'
import { type AfterStep, finishMoves, writePlan } from './restore-ending'

/** What is put in place, and where the old database is now; null where there was none. */
export type Restored = Readonly<{ backup: Checked; aside: string | null }>
type Checked = Awaited<ReturnType<typeof checkCopy>>

/**
 * Puts a checked copy in the database's place and moves the old one aside, for the holder of the writer's lock with
 * nothing open. Stopped at any moment, it leaves the old database as it was, or is brought to its end by the next start.
 * @throws StartRefused with a sentence where the copy is not fit; then nothing has changed.
 */
export async function restoreDatabase(
  file: string,
  now: number,
  afterStep: AfterStep = () => {},
): Promise<Restored> {
  const target = fileOf(env().databaseUrl)
  if (target === undefined) throw new StartRefused('The database is on a server.')
  if (file === target) throw new StartRefused('That is the database itself.')
  const stage = `${target}.restoring`
  const backup = await stageCopy(file, stage)
  afterStep('staged')
  const aside = join(dirname(target), `${timeStamp(now)}-replaced-${basename(target)}`)
  const moves = ['', '-wal', '-shm', '-journal']
    .filter((end) => existsSync(`${target}${end}`))
    .map((end) => [`${target}${end}`, `${aside}${end}`] as const)
  const { responses, auditSeq, auditHash } = backup
  const detail = { file: basename(file), responses, headSeq: auditSeq, headHash: auditHash }
  writePlan({ id: `${now}`, stage, target, moves, detail })
  afterStep('planned')
  finishMoves(afterStep)
  return { backup, aside: moves.length > 0 ? aside : null }
}

/** Copies the file beside the database and checks what has arrived there. */
async function stageCopy(file: string, stage: string): Promise<Checked> {
  rmSync(stage, { force: true })
  if (!existsSync(file)) throw new StartRefused(`There is no file ${file}.`)
  if (freeBytes(dirname(stage)) < databaseBytes(file)) {
    throw new StartRefused(`There is too little room beside the database for ${file}.`)
  }
  try {
    // A database that was moved aside has its newest rows in the log beside it.
    if (existsSync(`${file}-wal`)) await copyDatabase(file, stage)
    else {
      copyFileSync(file, stage)
      toDisk(stage)
    }
    const found = await checkCopy(stage)
    requireFit(file, found)
    return found
  } catch (error) {
    rmSync(stage, { force: true })
    if (!(error instanceof CopyFailed)) throw error
    throw new StartRefused(`${file} cannot be restored: ${error.message}`)
  }
}

function requireFit(file: string, found: Checked): void {
  const told: Backup | undefined = readBackup(dirname(file), basename(file))
  const isTold = existsSync(`${file}.json`)
  if (isTold && told?.sha256 !== found.sha256) {
    throw new CopyFailed('unsound', 'it is not what the file beside it says (checksum).')
  }
  if (found.schemaAt > newestMigration().when) {
    throw new CopyFailed(
      'unsound',
      'it was made by a newer version of the app. Start that version.',
    )
  }
}
