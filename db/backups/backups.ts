import 'server-only'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Backup,
  type BackupKind,
  backupName,
  hasRoom,
  manifestName,
  parseManifest,
} from '@/domain/backup'
import { listOutdated } from '@/domain/retention'
import { env } from '@/lib/env'
import { databaseFile } from '../client'
import { appVersion } from '../releases'
import { CopyFailed, copyDatabase } from './copy'
import { databaseBytes, freeBytes, rename, writeWhole } from './disk'

const unfinished = '.partial'

/** Where the app keeps its copies. */
export const backupFolder = (): string => join(env().dataDir, 'backups')

type Wanted = Readonly<{ folder: string; kind: BackupKind; schema?: string; now: number }>

/**
 * Makes a verified copy of the database, beside whoever writes it. It has its name only when it is whole, was read
 * again to its end and has reached the disk, and what tells about it stands beside it already.
 * @throws CopyFailed: then nothing is left of it, and older copies are as they were.
 */
export async function makeBackup({ folder, kind, schema = '', now }: Wanted): Promise<Backup> {
  const source = databaseFile()
  if (source === undefined) throw new CopyFailed('failed', 'The database is on a server.')
  const file = backupName(kind, now, schema)
  const path = join(folder, file)
  const partial = `${path}.${process.pid}${unfinished}`
  try {
    prepareFolder(folder, databaseBytes(source))
    const facts = await copyDatabase(source, partial)
    const backup = { file, kind, madeAt: now, appVersion: appVersion(), ...facts }
    writeWhole(join(folder, manifestName(file)), `${JSON.stringify(backup, null, 2)}\n`)
    rename(partial, path)
    return backup
  } catch (error) {
    clearAway([partial, ...(existsSync(path) ? [] : [join(folder, manifestName(file))])])
    throw asCopyFailed(error)
  }
}

/** The copies of a folder that have their name and their size, newest first. */
export function listBackups(folder: string): Backup[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith('hai-long-') && name.endsWith('.db'))
    .flatMap((name) => readBackup(folder, name) ?? [])
    .toSorted((a, b) => b.madeAt - a.madeAt)
}

/** What the file beside a copy tells; undefined without one, or where it is of another file. */
export function readBackup(folder: string, file: string): Backup | undefined {
  try {
    const manifest = readFileSync(join(folder, manifestName(file)), 'utf8')
    const backup = parseManifest(JSON.parse(manifest), file)
    return statSync(join(folder, file)).size === backup?.bytes ? backup : undefined
  } catch {
    return undefined
  }
}

/** Removes the copies that need not be kept, and what copies that were interrupted left behind. Answers how many. */
export function removeOutdated(folder: string, now: number): number {
  const outdated = listOutdated(listBackups(folder), now)
  for (const { file } of outdated) {
    rmSync(join(folder, file), { force: true })
    rmSync(join(folder, manifestName(file)), { force: true })
  }
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const isOurs = name.startsWith('hai-long-') && name.endsWith(unfinished)
    // A copy that is being made is written to all the time.
    if (isOurs && now - statSync(path).mtimeMs > 3600_000) rmSync(path, { force: true })
  }
  return outdated.length
}

/** What cannot be removed now is removed with the next copy. */
function clearAway(files: readonly string[]): void {
  for (const file of files) {
    try {
      rmSync(file, { force: true })
    } catch {}
  }
}

function prepareFolder(folder: string, bytes: number): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const free = freeBytes(folder)
  if (hasRoom(free, bytes)) return
  const megabytes = (count: number) => `${Math.ceil(count / 1_000_000)} MB`
  throw new CopyFailed(
    'disk-full',
    `${folder} has ${megabytes(free)} free; the copy needs ${megabytes(bytes)} and leaves room for responses.`,
  )
}

function asCopyFailed(error: unknown): CopyFailed {
  if (error instanceof CopyFailed) return error
  const { message, code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return new CopyFailed('disk-full', message)
  const isRefused = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT'].includes(code ?? '')
  return new CopyFailed(isRefused ? 'not-writable' : 'failed', message)
}
