import 'server-only'
import { join } from 'node:path'
import { createClient, LibsqlError, type Transaction } from '@libsql/client'

/** Another process writes this data. */
export class WriterLockTaken extends Error {}

// What nothing points at is collected, and its connection closed with it.
const held = new Set<Transaction>()

/**
 * Makes this process the one writer of a data folder until it ends or `release` is called. The lock is a
 * transaction held open on a database of its own, so the kernel frees it with the process, kill -9 included.
 * A database on a libSQL server needs none: the server is the one writer.
 * @throws WriterLockTaken when another process has it.
 */
export async function holdWriterLock(dataDir: string): Promise<() => void> {
  const client = createClient({ url: `file:${join(dataDir, 'writer.lock')}`, timeout: 200 })
  try {
    const lock = await client.transaction('write')
    held.add(lock)
    return () => {
      held.delete(lock)
      lock.close()
      client.close()
    }
  } catch (error) {
    client.close()
    const isTaken = error instanceof LibsqlError && error.code.startsWith('SQLITE_BUSY')
    if (!isTaken) throw error
    throw new WriterLockTaken(
      `Another process is using the data in ${dataDir}. Stop the app first.`,
      { cause: error },
    )
  }
}
