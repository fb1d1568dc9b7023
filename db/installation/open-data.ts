import 'server-only'
import { mkdirSync } from 'node:fs'
import { env, fileOf } from '@/lib/env'
import { finishMoves, recordRestore } from '../backups/restore-ending'
import { holdWriterLock } from '../lock'
import { checkDatabaseFile } from '../start-checks'
import { makeFirstThings } from './first-start'
import { upgradeDatabase } from './upgrade'
import { recordUpgrades } from './upgrade-notes'

/**
 * Becomes the one who writes this data, without opening it yet; a libSQL server is itself the one writer. Answers how
 * to let go.
 * @throws WriterLockTaken, WriterLockBroken as `holdWriterLock` does.
 */
export async function holdData(): Promise<(() => void) | undefined> {
  const { databaseUrl, dataDir } = env()
  // Answers and the keys of sessions are for this user's eyes alone.
  process.umask(0o077)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = fileOf(databaseUrl)
  return file === undefined ? undefined : holdWriterLock(dataDir, file)
}

/**
 * Opens the data that is held, as every start does, by whatever command: what was interrupted comes to its end first,
 * then the database gets the tables of this build and what a first start makes.
 * @throws StartRefused with a sentence for the person who starts the app.
 */
export async function openHeldData(now: number): Promise<void> {
  finishMoves()
  await checkDatabaseFile(env().databaseUrl)
  await upgradeDatabase(now)
  await makeFirstThings(now)
  await recordRestore(now)
  await recordUpgrades(now)
}
