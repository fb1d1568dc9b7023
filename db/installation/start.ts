import 'server-only'
import { EnvError, fillAuthEnv } from '@/lib/env'
import { startBackups } from '../backups/clock'
import { startBlanking } from '../comments/blanking'
import { flushAtStop } from '../limits/refusal-counts'
import { startSharingLimits } from '../limits/shared-limits'
import { WriterLockBroken, WriterLockTaken } from '../lock'
import { readAhead } from '../rates/read-ahead'
import { StartRefused } from '../start-checks'
import { holdData, openHeldData } from './open-data'

/** Becomes the one writer of a checked database, or ends the process with a plain sentence (3: it is in use). */
export async function startService(): Promise<void> {
  try {
    fillAuthEnv()
    await holdData()
    await openHeldData(Date.now())
    flushAtStop()
    startSharingLimits()
    startBackups()
    startBlanking()
    void readAhead(Date.now())
  } catch (error) {
    const isPlain =
      error instanceof EnvError ||
      error instanceof StartRefused ||
      error instanceof WriterLockBroken ||
      error instanceof WriterLockTaken
    const words = isPlain || !(error instanceof Error) ? String(error) : (error.stack ?? '')
    process.stderr.write(`${isPlain ? (error as Error).message : words}\n`)
    process.exit(error instanceof WriterLockTaken ? 3 : 1)
  }
}
