import 'server-only'
import { join } from 'node:path'
import { LibsqlError } from '@libsql/client'
import { type Backup, isCopyOf } from '@/domain/backup'
import type { BackupFault } from '@/domain/backup-schedule'
import { log } from '@/lib/log'
import { getChainHead } from '../audit/chain'
import { backupFolder, listBackups, makeBackup } from '../backups/backups'
import { CopyFailed, checkCopy } from '../backups/copy'
import { database, databaseFile } from '../client'
import { migrationAt, newestMigration } from '../releases'
import { readSchemaAt, StartRefused } from '../start-checks'
import { migrateDatabase } from './migrate'

/**
 * Brings the open database to the tables of this build. One with data of an older release is copied first; on a
 * server, where copies are the server's own affair, the log says that there is none. Stopped at any moment, it leaves
 * the tables as they were or is through.
 * @throws StartRefused where there can be no copy, or the disk is full: then nothing has changed.
 */
export async function upgradeDatabase(now: number): Promise<void> {
  const at = await readSchemaAt()
  const isOlder = at !== null && at < newestMigration().when && (await hasData())
  const copy = isOlder ? await copyFirst(at, now) : null
  try {
    await migrateDatabase(database(), copy)
  } catch (error) {
    if (!(error instanceof LibsqlError) || error.code !== 'SQLITE_FULL') throw error
    throw new StartRefused(
      'The disk is full: the database could not be brought up to date and is as it was. Make room and start again.',
      { cause: error },
    )
  }
  if (isOlder) log.info({ event: 'database upgraded', from: migrationAt(at) })
}

/** The first start makes units before anything that could be lost. */
async function hasData(): Promise<boolean> {
  const { rows } = await database().$client.execute('select 1 from units limit 1')
  return rows.length > 0
}

async function copyFirst(at: number, now: number): Promise<Backup | null> {
  const from = migrationAt(at)
  if (databaseFile() === undefined) {
    log.warn({ event: 'no copy before the upgrade: the database is on a server', from })
    return null
  }
  log.info({ event: 'copying the database before the upgrade', from })
  try {
    const kept = await findCopy(at)
    if (kept) return kept
    return await makeBackup({ folder: backupFolder(), kind: 'before-upgrade', schema: from, now })
  } catch (error) {
    if (error instanceof CopyFailed) throw refusal(error)
    throw error
  }
}

/** The copy of an attempt that came no further: attempts that fail again and again do not fill the disk with copies. */
async function findCopy(at: number): Promise<Backup | undefined> {
  const { rows } = await database().$client.execute(
    'select count(*), max(received_at) from responses',
  )
  const [row] = rows
  const { seq, hash } = await getChainHead()
  const live = {
    responses: Number(row?.[0]),
    newestResponseAt: (row?.[1] ?? null) as number | null,
    auditSeq: seq,
    auditHash: hash,
    schemaAt: at,
  }
  const kept = listBackups(backupFolder()).find(
    (one) => one.kind === 'before-upgrade' && isCopyOf(one, live),
  )
  if (!kept) return undefined
  const found = await checkCopy(join(backupFolder(), kept.file)).catch(() => undefined)
  return found?.sha256 === kept.sha256 ? kept : undefined
}

const advice: Readonly<Record<BackupFault, string>> = {
  'disk-full': 'Make room on that disk, or move older copies to another disk; then start again.',
  'not-writable': 'Let the user that runs the app write that folder; then start again.',
  unsound: 'The database is damaged: restore a backup.',
  failed: 'Start again; where this stays, copy the data folder yourself and report it.',
}

const refusal = ({ fault, message }: CopyFailed): StartRefused =>
  new StartRefused(
    `The database is of an older release. A copy is made before it is changed, and none could be made: ${message}\n` +
      `Nothing was changed. ${advice[fault]}`,
  )
