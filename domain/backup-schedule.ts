const hour = 3600_000

/** Why no copy could be made. */
export type BackupFault = 'disk-full' | 'not-writable' | 'unsound' | 'failed'

/**
 * How long to wait for the next copy. The first one waits until the rush after a start is over; after a failure
 * it is tried again sooner. A newest copy from the future says that the clock was set back.
 */
export function backupDelay(newestAt: number | undefined, now: number): number {
  if (newestAt === undefined || newestAt > now) return firstDelay
  return Math.max(firstDelay, hour - (now - newestAt))
}

const firstDelay = 5 * 60_000

export const hourlyDelay = hour

export const retryDelay = 10 * 60_000

/** After so long without a new copy something is wrong, even where no attempt is known to have failed. */
const longestGap = 2 * hour

/** `soon`: the app has just started, and its first copy is not due yet. */
export type BackupState = 'good' | 'soon' | 'late' | 'none' | 'failed'

/** Whether copies are made as they should be. All times in milliseconds since 1970 UTC. */
export function backupState(known: {
  newestAt: number | undefined
  hasFailed: boolean
  startedAt: number
  now: number
}): BackupState {
  const { newestAt, hasFailed, startedAt, now } = known
  if (hasFailed) return 'failed'
  if (newestAt !== undefined && now - newestAt <= longestGap) return 'good'
  // A copy of a large database takes a while itself.
  if (now - startedAt < 3 * firstDelay) return 'soon'
  return newestAt === undefined ? 'none' : 'late'
}
