import 'server-only'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  statfsSync,
  statSync,
  writeSync,
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
  const descriptor = openSync(partial, 'w', 0o600)
  try {
    writeSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  rename(partial, file)
}

/** Waits until what was written to a file has reached the disk. */
export function toDisk(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Renames for good: the new name has reached the disk. */
export function rename(from: string, to: string): void {
  renameSync(from, to)
  folderToDisk(dirname(to))
}

function folderToDisk(folder: string): void {
  // Windows does not open folders, and keeps names on its own.
  if (process.platform === 'win32' || !existsSync(folder)) return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
