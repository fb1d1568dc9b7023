import { localDay, localTime } from './period'

/** Why a copy of the database was made: by the clock, because somebody asked, or before its tables changed. */
export type BackupKind = 'hourly' | 'asked' | 'before-upgrade'

/** What stands in a copy; found by reading it, not by believing what the original said. */
export type BackupFacts = Readonly<{
  bytes: number
  sha256: string
  responses: number
  /** When the newest response came in; null where there is none. */
  newestResponseAt: number | null
  /** The newest event of its audit log. */
  auditSeq: number
  auditHash: string
  /** When the newest migration that was applied to it had been made. */
  schemaAt: number
}>

/** A verified copy, as the file beside it tells. */
export type Backup = BackupFacts &
  Readonly<{ file: string; kind: BackupKind; madeAt: number; appVersion: string }>

/** The file beside a copy. */
export const manifestName = (file: string): string => `${file}.json`

/** `hai-long-2026-11-25-143005.db`, in local time; one made before an upgrade tells the schema it still has. */
export function backupName(kind: BackupKind, madeAt: number, schema: string): string {
  const stamp = timeStamp(madeAt)
  return kind === 'before-upgrade'
    ? `hai-long-${stamp}-${kind}-${schema}.db`
    : `hai-long-${stamp}.db`
}

/** A moment in the name of a file, in local time to the second: `2026-11-25-143005`. */
export function timeStamp(at: number): string {
  const seconds = String(Math.floor(at / 1000) % 60).padStart(2, '0')
  return `${localDay(at)}-${localTime(at).replace(':', '')}${seconds}`
}

/** Reads the file beside a copy; undefined for one that this app has not written, or for another copy. */
export function parseManifest(value: unknown, file: string): Backup | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const found = value as Record<string, unknown>
  const isCount = (name: string) => Number.isSafeInteger(found[name]) && Number(found[name]) >= 0
  const counts = ['bytes', 'responses', 'auditSeq', 'schemaAt', 'madeAt']
  const isWhole =
    found.file === file &&
    ['hourly', 'asked', 'before-upgrade'].includes(String(found.kind)) &&
    typeof found.appVersion === 'string' &&
    /^[0-9a-f]{64}$/.test(String(found.sha256)) &&
    /^([0-9a-f]{64})?$/.test(String(found.auditHash)) &&
    (found.newestResponseAt === null || isCount('newestResponseAt')) &&
    counts.every(isCount)
  return isWhole ? (value as Backup) : undefined
}

/** Whether a copy has the same responses and the same history as a database, in the same tables. */
export const isCopyOf = (copy: BackupFacts, live: Omit<BackupFacts, 'bytes' | 'sha256'>): boolean =>
  (['responses', 'newestResponseAt', 'auditSeq', 'auditHash', 'schemaAt'] as const).every(
    (name) => copy[name] === live[name],
  )

/** Free space that a copy must leave: responses that come in meanwhile need room before any backup does. */
export const leftFree = 64 * 1024 * 1024

/** Whether a copy of a database of this size finds room, with enough left for responses that come in. */
export const hasRoom = (freeBytes: number, databaseBytes: number): boolean =>
  freeBytes >= databaseBytes + leftFree
