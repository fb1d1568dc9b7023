import 'server-only'
import { administersEverything, type Scope } from '@/domain/access'
import { firstKeptMonth, readMonths, usualMonths } from '@/domain/comment-retention'
import { countOrFew } from '@/domain/disclosure'
import { ok, type Result, refused } from '@/domain/problem'
import { takeTurn } from '@/lib/unhurried'
import { doneBy, writeWithAudit } from '../audit/log'
import { database } from '../client'
import { putSetting, readSetting } from '../settings'

const setting = 'comment-months'

/** How many months the words of comments are kept; one number for the installation. */
export async function getCommentMonths(): Promise<number> {
  return readMonths(await readSetting(setting)) ?? usualMonths
}

export type RetentionWish = Readonly<{ months: string | null; isConfirmed: boolean }>

/** Sets the period, for whoever administers the whole installation; a shorter one takes words, and only confirmed. */
export async function setCommentMonths(
  scope: Scope,
  { months: typed, isConfirmed }: RetentionWish,
  now: number,
): Promise<Result<null, 'not-found' | 'not-months' | 'unconfirmed'>> {
  if (!administersEverything(scope)) return refused({ code: 'not-found' })
  const months = readMonths(typed)
  if (months === undefined) return refused({ code: 'not-months', field: 'months' })
  const former = await getCommentMonths()
  if (months === former) return ok(null)
  if (months < former && !isConfirmed) return refused({ code: 'unconfirmed' })
  const event = doneBy(scope, { action: 'comment-months-set', detail: { months, former } })
  await writeWithAudit([putSetting(setting, String(months))], event, now)
  return ok(null)
}

/** How many comments of all units would lose their words now by such a period; null for whoever may not set it. */
export async function countDue(
  scope: Scope,
  months: number,
  now: number,
): Promise<number | 'few' | null> {
  if (!administersEverything(scope)) return null
  let count = 0
  for (let month = await oldestMonth(); month < firstKeptMonth(now, months); month++) {
    const sql = 'select count(*) from comments where month = ? and text is not null'
    const { rows } = await database().$client.execute({ sql, args: [month] })
    count += Number(rows[0]?.[0])
    await takeTurn()
  }
  return countOrFew(count)
}

async function oldestMonth(): Promise<number> {
  const { rows } = await database().$client.execute(
    'select min(month) from comments where text is not null',
  )
  return rows[0]?.[0] === null ? Number.POSITIVE_INFINITY : Number(rows[0]?.[0])
}
