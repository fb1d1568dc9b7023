import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { isRestoreUnderWay } from '@/db/backups/restore-ending'
import { closeDatabase } from '@/db/client'
import { holdData, openHeldData } from '@/db/installation/open-data'
import { WriterLockBroken, WriterLockTaken } from '@/db/lock'
import { checkDatabaseFile, isOfOlderRelease, StartRefused } from '@/db/start-checks'
import { env, fileOf } from '@/lib/env'
import { fail } from './stop'

let release: (() => void) | undefined

/** Opens the office's database for writing: alone, at the newest schema, with what a first start makes. */
export async function openOffice(): Promise<void> {
  await holdOffice()
  await openHeldOffice()
}

/** Becomes the one who writes this data, without opening it yet. */
export async function holdOffice(): Promise<void> {
  checkFolder()
  release = await orStop(holdData())
}

/** Opens what is held; what was interrupted comes to its end first. */
export const openHeldOffice = (): Promise<void> => orStop(openHeldData(Date.now()))

/** Lets go of the database and of the writer's lock. Harmless when nothing was opened. */
export function closeOffice(): void {
  closeDatabase()
  release?.()
  release = undefined
}

/** Stops with exit code 3 while another process writes this data. */
export async function checkAlone(): Promise<void> {
  if (!existsSync(env().dataDir)) return
  const letGo = await orStop(holdData())
  letGo?.()
}

/** Stops unless there is a database to read, with the tables of this release. */
export async function requireDatabase(): Promise<void> {
  checkFolder()
  const { databaseUrl, dataDir } = env()
  if (isRestoreUnderWay()) {
    fail('A restore was interrupted. Start the app once; it brings the restore to its end.')
  }
  await orStop(checkDatabaseFile(databaseUrl))
  const file = fileOf(databaseUrl)
  if (file !== undefined && (!existsSync(file) || statSync(file).size === 0)) {
    fail(`There is no database in ${dataDir} yet. Run \`npm run app\` once to make one.`)
  }
  if (await isOfOlderRelease()) {
    fail(
      'The database is of an older release. Start the app once; it brings the database up to date.',
    )
  }
}

/** Stops unless the data folder is there, or can be made in a folder that is, and can be written. */
export function checkFolder(): void {
  const { dataDir } = env()
  const folder = existsSync(dataDir) ? dataDir : dirname(dataDir)
  if (!existsSync(folder)) {
    fail(`DATA_DIR is ${dataDir}, but the folder ${folder} does not exist. Make it first.`)
  }
  if (folder === dataDir && !statSync(dataDir).isDirectory()) {
    fail(`DATA_DIR is ${dataDir}, which is not a folder.`)
  }
  requireWritable(folder)
}

/** Ends with the sentence where the data refuse. */
async function orStop<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof WriterLockTaken) fail(error.message, 3)
    if (error instanceof WriterLockBroken || error instanceof StartRefused) fail(error.message)
    throw error
  }
}

function requireWritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch {
    fail(`The folder ${folder} (DATA_DIR) cannot be written by this user.`)
  }
}
