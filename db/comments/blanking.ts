import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { believedTime, firstKeptDay, firstKeptMonth } from '@/domain/comment-retention'
import { logFault } from '@/lib/log'
import { writeUnlessRefused } from '../audit/log'
import { database, type Statement, write } from '../client'
import { putSetting, readSetting } from '../settings'
import { getCommentMonths } from './retention'

const minute = 60_000
/** Comments in one transaction: some milliseconds for the event loop and for whoever waits to write. */
const batchSize = 50
const betweenBatches = 20

/** Settings: what the last run took for the time, and how many were blanked that the log does not tell of yet. */
const clock = 'comments-blanked-at'
const untold = 'comments-blanked-untold'

/** Blanks what is over its time when a start has settled, and every hour as long as the process lives. */
export const startBlanking = (): void => wait(10 * minute)

function wait(delay: number): void {
  setTimeout(async () => {
    await blankOutdated(Date.now()).catch((error) => logFault('comments not blanked', error))
    wait(60 * minute)
  }, delay).unref()
}

/**
 * Takes the words out of the comments whose time is over, with all that repeats them; answers and figures stay. Batch
 * by batch, each whole or not at all: stopped at any moment, and done by several processes at once, every comment is
 * blanked and counted once, and the audit log tells of it in the end.
 */
export async function blankOutdated(now: number): Promise<void> {
  const time = await takeTime(now)
  // Asked anew for each batch: a longer period holds at once.
  const first = async () => firstKeptMonth(time, await getCommentMonths())
  while ((await blankBatch(await first())) > 0) await pause(betweenBatches)
  await recordBlanked(await first(), now)
}

/** The next moment to go by; before the first run it is when the newest response came. */
async function takeTime(now: number): Promise<number> {
  const newest = 'select max(received_at) from responses'
  const { rows } = await database().$client.execute({
    sql: `select coalesce((select value from settings where key = ?), (${newest}), ?)`,
    args: [clock, now],
  })
  const time = believedTime(Number(rows[0]?.[0]), now)
  await write([
    putSetting(clock, String(time)),
    // What was typed at a door and never sent, after its quarter of an hour.
    { sql: 'delete from drafts where expires_at <= ?', args: [now] },
  ])
  return time
}

/** Chosen by each statement anew, and the same for all of a transaction: the comments are changed by the last one. */
const batch = `select id from comments where month < ? and text is not null order by month, id limit ${batchSize}`

async function blankBatch(month: number): Promise<number> {
  const ofBatch = (sql: string): Statement => ({ sql, args: [month] })
  const results = await write([
    ofBatch(`insert into settings (key, value)
      select '${untold}', n from (select count(*) as n from (${batch})) where n > 0
      on conflict do update set value = value + excluded.value`),
    // A note may say in other words what the comment said.
    ofBatch(`update comment_marks set note = '' where note <> '' and comment_id in (${batch})`),
    ofBatch(`delete from comment_reveals where comment_id in (${batch})`),
    ofBatch(
      `update comments set text = null, original = null, folded = null where id in (${batch})`,
    ),
  ])
  return results.at(-1)?.rowsAffected ?? 0
}

/** One line for all that was blanked since the last one, runs that were cut short included. */
async function recordBlanked(month: number, now: number): Promise<void> {
  const value = await readSetting(untold)
  if (value === null) return
  const comments = Number(value)
  const answeredBefore = firstKeptDay(month)
  const [action, detail] = ['comments-blanked', { comments, answeredBefore }] as const
  const event = { actorId: null, actor: 'app', action, detail }
  await writeUnlessRefused(/NOT NULL.*settings\.value/, taking(value), event, now)
}

/** Fails when another process has counted or told more in the meantime: that one tells of it. */
const taking = (value: string): Statement[] => [
  {
    sql: `insert into settings (key, value) values (?, (select value from settings where key = ? and value = ?))
      on conflict do update set value = excluded.value`,
    args: [untold, untold, value],
  },
  { sql: 'delete from settings where key = ?', args: [untold] },
]
