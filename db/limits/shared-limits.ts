import 'server-only'
import type { Spending } from '@/lib/buckets'
import { logFault } from '@/lib/log'
import { type RateLimit, sharedLimits } from '@/lib/rate-limit'
import { DatabaseUnavailable, database, databaseFile, type Statement, write } from '../client'

type Told = Readonly<{ name: string; limit: RateLimit; spending: Spending }>

/** Milliseconds between two rounds of telling and learning. */
const every = 1000
/** Rows beyond this many are forgotten, the longest unused first. */
const mostRows = 20_000
/** Rows read in one round, the latest first. */
const mostRead = 5000
/** Seconds: a row may become visible this long after the clock was read for it. */
const lateness = 5

// One clock for all machines: that of the database.
const clock = "((julianday('now') - 2440587.5) * 86400.0)"
// A row from a time to come: the clock has been set back. It is forgotten, since it would not flow back for as long.
const left = `case when at > ${clock} + ${lateness} then 0.0
  else max(0.0, used - per_second * max(0.0, ${clock} - at)) end`

/** Where several processes may write, each tells the others what it let through; beside a file there is nobody. */
export function startSharingLimits(): void {
  if (databaseFile() !== undefined) return
  const share = makeSharing(sharedLimits())
  const timer = setInterval(() => void share(Date.now()), every)
  timer.unref()
}

/**
 * One process's part; each call is a round, and none where nothing was asked of any limit since the last one. After a
 * round that failed the next one is tried all the same: what was spent is still to be told.
 */
export function makeSharing(limits: ReadonlyMap<string, RateLimit>) {
  let isRunning = false
  let isAway = false
  let since = 0
  let known = 0
  return async (now: number): Promise<void> => {
    if (isRunning) return
    const asked = [...limits.values()].filter(({ buckets }) => buckets.wasAsked())
    if (asked.length === 0 && !isAway) return
    isRunning = true
    try {
      await tell(limits)
      // A limit that was not there in the last round has learnt nothing yet.
      if (limits.size !== known) since = 0
      known = limits.size
      since = await learn(limits, since, now)
      isAway = false
    } catch (error) {
      // Each goes on counting for itself; once in the log is enough.
      if (!isAway) logFault('limits not shared for now', error)
      isAway = true
    } finally {
      isRunning = false
    }
  }
}

async function tell(limits: ReadonlyMap<string, RateLimit>): Promise<void> {
  const told = [...limits].flatMap(([name, limit]) =>
    limit.buckets.takeUntold().map((spending) => ({ name, limit, spending })),
  )
  if (told.length === 0) return
  try {
    await write([...told.map(toStatement), forgetOld, forgetOldest])
  } catch (error) {
    // What may have been written is not told twice: nobody is shut out for what was not asked.
    if (!(error instanceof DatabaseUnavailable && error.isDoubtful)) {
      for (const { limit, spending } of told) limit.buckets.putBack(spending)
    }
    throw error
  }
}

async function learn(
  limits: ReadonlyMap<string, RateLimit>,
  since: number,
  now: number,
): Promise<number> {
  const { rows } = await database().$client.execute({
    sql: `select name, key, ${left} as used, at from spent_limits where at >= min(?, ${clock}) - ${lateness}
      order by at desc limit ${mostRead}`,
    args: [since],
  })
  let newest = since
  for (const { name, key, used, at } of rows) {
    limits.get(String(name))?.buckets.learn(String(key), Number(used), now)
    newest = Math.max(newest, Number(at))
  }
  return newest
}

const toStatement = ({ name, limit, spending }: Told): Statement => ({
  sql: `insert into spent_limits (name, key, used, per_second, at) values (?, ?, ?, ?, ${clock})
    on conflict do update set used = max(0.0, min(?, ${left} + ?)), per_second = excluded.per_second, at = excluded.at`,
  args: [
    ...[name, spending.key, Math.max(0, spending.n), limit.ceiling.perSecond],
    ...[limit.ceiling.burst, spending.n],
  ],
})

const forgetOld = `delete from spent_limits where ${left} <= 0.0`

const forgetOldest: Statement = {
  sql: `delete from spent_limits where at <
    (select at from spent_limits order by at desc limit 1 offset ?)`,
  args: [mostRows - 1],
}
