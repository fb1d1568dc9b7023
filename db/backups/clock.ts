import 'server-only'
import type { Backup } from '@/domain/backup'
import { type BackupFault, backupDelay, hourlyDelay, retryDelay } from '@/domain/backup-schedule'
import { localDay } from '@/domain/period'
import { log, logFault } from '@/lib/log'
import { shared } from '@/lib/shared'
import { writeWithAudit } from '../audit/log'
import { databaseFile } from '../client'
import { recordAskedBackups } from './asked'
import { backupFolder, listBackups, makeBackup, removeOutdated } from './backups'
import { CopyFailed } from './copy'

/** The newest attempt that failed, until one succeeds. */
export type FailedBackup = Readonly<{ at: number; fault: BackupFault }>

const last = shared('last failed backup', (): { failed?: FailedBackup | undefined } => ({}))

/** Why there is no newer copy; undefined while all goes well, and until the first attempt after a start. */
export const failedBackup = (): FailedBackup | undefined => last.failed

/** Makes a copy every hour as long as the process lives, and records what `npm run backup` made beside it. */
export function startBackups(): void {
  if (databaseFile() === undefined) return
  const [newest] = listBackups(backupFolder())
  wait(backupDelay(newest?.madeAt, Date.now()))
  setInterval(() => void noteAsked(), 60_000).unref()
}

/**
 * Makes one copy and thins the older ones out. Never throws: a copy that failed is logged, recorded and shown, and
 * the older ones stay. Answers when to try next, in milliseconds.
 */
export async function backUp(now: number): Promise<number> {
  const folder = backupFolder()
  const before = listBackups(folder)
  try {
    const backup = await makeBackup({ folder, kind: 'hourly', now })
    const removed = removeOutdated(folder, now)
    log.info({ event: 'backup made', file: backup.file, bytes: backup.bytes, removed })
    if (isToRecord(before, now)) await recordMade(backup, now)
    last.failed = undefined
    return hourlyDelay
  } catch (error) {
    await noteFailure(error, now)
    return retryDelay
  }
}

function wait(delay: number): void {
  setTimeout(async () => wait(await backUp(Date.now())), delay).unref()
}

/** A line for every hour would bury what people do: the first copy of a day, and the first after a failure. */
function isToRecord(before: readonly Backup[], now: number): boolean {
  if (last.failed) return true
  const today = localDay(now)
  return !before.some(({ kind, madeAt }) => kind === 'hourly' && localDay(madeAt) === today)
}

async function recordMade(backup: Backup, now: number): Promise<void> {
  const { kind, file, bytes, responses, sha256 } = backup
  const detail = { kind, file, bytes, responses, sha256 }
  await writeWithAudit([], { actorId: null, actor: 'app', action: 'backup-made', detail }, now)
}

/** The first failure is recorded; those that follow it say nothing new. */
async function noteFailure(error: unknown, now: number): Promise<void> {
  const isFirst = !last.failed
  const fault = error instanceof CopyFailed ? error.fault : 'failed'
  last.failed = { at: now, fault }
  logFault('backup failed', error)
  if (!isFirst) return
  const event = { actorId: null, actor: 'app', action: 'backup-failed', detail: { fault } } as const
  // On a full disk this line finds no room either; the page about the system tells all the same.
  await writeWithAudit([], event, now).catch((reason) => logFault('backup not recorded', reason))
}

async function noteAsked(): Promise<void> {
  await recordAskedBackups(Date.now()).catch((error) => logFault('backup not recorded', error))
}
