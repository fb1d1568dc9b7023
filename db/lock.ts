import 'server-only'
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Client, createClient, LibsqlError, type Transaction } from '@libsql/client'
import { fileUrl } from '@/lib/env'

/** Another process writes this data. */
export class WriterLockTaken extends Error {}

/** The file of the lock cannot be used. */
export class WriterLockBroken extends Error {}

// What nothing points at is collected, and its connection closed with it.
const held = new Set<Transaction>()

/**
 * Makes this process the one writer of a data folder until it ends or `release` is called, and of the folder of the
 * database where that lies elsewhere: another process may reach it from a data folder of its own. The lock is a
 * transaction held open on a database of its own, so the kernel frees it with the process, kill -9 included.
 * A database on a libSQL server needs none: the server is the one writer.
 * @throws WriterLockTaken when another process has it, WriterLockBroken when its file is no lock or not ours to write.
 */
export async function holdWriterLock(dataDir: string, database?: string): Promise<() => void> {
  const releases: (() => void)[] = []
  const release = () => {
    for (const one of releases.splice(0)) one()
  }
  try {
    for (const folder of foldersOf(dataDir, database)) releases.push(await holdFolder(folder))
    return release
  } catch (error) {
    release()
    throw error
  }
}

function foldersOf(dataDir: string, database?: string): ReadonlySet<string> {
  const own = realpathSync(dataDir)
  if (database === undefined) return new Set([own])
  const folder = dirname(existsSync(database) ? realpathSync(database) : database)
  // Where there is none, opening the database says so.
  return new Set(existsSync(folder) ? [own, realpathSync(folder)] : [own])
}

async function holdFolder(folder: string): Promise<() => void> {
  const file = join(folder, 'writer.lock')
  let client: Client | undefined
  try {
    client = createClient({ url: fileUrl(file), timeout: 200 })
    const lock = await client.transaction('write')
    held.add(lock)
    return () => {
      held.delete(lock)
      lock.close()
      client?.close()
    }
  } catch (error) {
    client?.close()
    const isTaken = error instanceof LibsqlError && error.code.startsWith('SQLITE_BUSY')
    if (isBroken(error)) {
      const words = `The lock file ${file} is damaged or cannot be written. Remove it while no app runs on this data.`
      throw new WriterLockBroken(words, { cause: error })
    }
    if (!isTaken) throw error
    throw new WriterLockTaken(
      `Another process is using the data in ${folder}. Stop the app first.`,
      { cause: error },
    )
  }
}

const isBroken = (error: unknown) =>
  error instanceof LibsqlError
    ? /^SQLITE_(NOTADB|CORRUPT|CANTOPEN|READONLY)/.test(error.code)
    : error instanceof Error && error.message.startsWith('ConnectionFailed')
