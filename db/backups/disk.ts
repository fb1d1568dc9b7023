import 'server-only'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** What a database takes up, its write-ahead log included. */
export const databaseBytes = (file: string): number => sizeOf(file) + sizeOf(`${file}-wal`)

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** What the user may still write on the disk of a folder. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** Writes a small file so that it is there whole, or not at all, whenever the machine stops. */
export function writeWhole(file: string, text: string): void {
  const partial = `${file}.partial`
  writeFileSync(partial, text, { mode: 0o600 })
  toDisk(partial)
  rename(partial, file)
}

/** Waits until what was written to a file has reached the disk. */
export const toDisk = (file: string): void => sync(file, 'r+')

/** Renames for good: the new name has reached the disk. */
export function rename(from: string, to: string): void {
  renameSync(from, to)
  const folder = dirname(to)
  // Windows does not open folders, and keeps names on its own.
  if (process.platform !== 'win32' && existsSync(folder)) sync(folder, 'r')
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const descriptor = openSync(path, flags)
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
