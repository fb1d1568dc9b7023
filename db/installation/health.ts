import 'server-only'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { administersEverything, type Scope } from '@/domain/access'
import type { Backup } from '@/domain/backup'
import { type BackupState, backupState } from '@/domain/backup-schedule'
import { type Outlook, outlookOf } from '@/domain/disk-outlook'
import { localDay, shiftDay } from '@/domain/period'
import { getChainHead } from '../audit/chain'
import type { ChainHead } from '../audit/event'
import { backupFolder, listBackups } from '../backups/backups'
import { type FailedBackup, failedBackup } from '../backups/clock'
import { databaseBytes, freeBytes } from '../backups/disk'
import { databaseFile, whyWritingFails } from '../client'
import { getSilenceHours, listSilentDevices } from '../devices/silence'
import { listRefusals } from '../limits/refusals'
import { appVersion, newestMigration } from '../releases'

/** How the copies of the installation are. */
export type BackupHealth = Readonly<{
  state: BackupState
  /** Newest first. */
  copies: readonly Backup[]
  failed: FailedBackup | undefined
}>

export type Health = Readonly<{
  /** Undefined on a server, which looks after copies and room itself. */
  backup: BackupHealth | undefined
  disk: Readonly<{ free: number; used: number; outlook: Outlook }> | undefined
  version: string
  schema: string
  startedAt: number
  isWritingFailing: boolean
  silence: Readonly<{ hours: number; devices: Awaited<ReturnType<typeof listSilentDevices>> }>
  refusals: Readonly<{ n: number; signIns: number }>
  chainHead: ChainHead
}>

/** So many days of refusals are counted here; the page about them has all. */
export const refusalSpan = 7

/** How the installation is; null for whoever does not administer all of it. */
export async function getHealth(scope: Scope, now: number): Promise<Health | null> {
  if (!administersEverything(scope)) return null
  const backup = getBackupHealth(scope, now)
  return {
    backup,
    disk: backup && diskOf(backup.copies),
    version: appVersion(),
    schema: newestMigration().tag,
    startedAt: startOfProcess(now),
    isWritingFailing: whyWritingFails() !== null,
    silence: { hours: await getSilenceHours(), devices: await listSilentDevices(scope, now) },
    refusals: await countRefusals(scope, now),
    chainHead: await getChainHead(),
  }
}

/** How the copies are; undefined on a server, and for whoever does not administer the whole installation. */
export function getBackupHealth(scope: Scope, now: number): BackupHealth | undefined {
  if (!administersEverything(scope) || databaseFile() === undefined) return undefined
  const copies = listBackups(backupFolder())
  const failed = failedBackup()
  const state = backupState({
    newestAt: copies[0]?.madeAt,
    hasFailed: failed !== undefined,
    startedAt: startOfProcess(now),
    now,
  })
  return { state, copies, failed }
}

const startOfProcess = (now: number) => Math.round(now - process.uptime() * 1000)

function diskOf(copies: readonly Backup[]): Health['disk'] {
  const file = databaseFile()
  if (file === undefined) return undefined
  const free = freeBytes(dirname(file))
  const ours = copies.filter(({ kind }) => kind === 'hourly')
  // Copies on another disk fill that one.
  const isOneDisk =
    deviceOf(dirname(file)) === (deviceOf(backupFolder()) ?? deviceOf(dirname(file)))
  const outlook: Outlook = isOneDisk ? outlookOf(ours, free) : { kind: 'unknown' }
  return { free, used: databaseBytes(file), outlook }
}

const deviceOf = (folder: string) => statSync(folder, { throwIfNoEntry: false })?.dev

async function countRefusals(scope: Scope, now: number): Promise<Health['refusals']> {
  const since = shiftDay(localDay(now), 1 - refusalSpan)
  const recent = (await listRefusals(scope, now)).filter(({ day }) => day >= since)
  const sum = (some: typeof recent) => some.reduce((total, { n }) => total + n, 0)
  return { n: sum(recent), signIns: sum(recent.filter(({ kind }) => kind === 'sign-in')) }
}
