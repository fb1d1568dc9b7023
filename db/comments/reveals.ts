import 'server-only'
import type { Scope } from '@/domain/access'
import { ok, type Result, refused } from '@/domain/problem'
import { doneBy, writeWithAudit } from '../audit/log'
import { database } from '../client'
import { openAsHead } from './open'

/** How long an original stays readable for the one who has asked for it. */
const revealedFor = 5 * 60 * 1000

/** Lets the head of the unit read the original for some minutes, and notes that they did. */
export async function recordReveal(
  scope: Scope,
  key: string,
  now: number,
): Promise<Result<null, 'not-found'>> {
  const comment = await openAsHead(scope, key)
  if (!comment || comment.original === null) return refused({ code: 'not-found' })
  const reveal = {
    sql: `insert into comment_reveals (comment_id, user_id, until) values (?, ?, ?)
      on conflict do update set until = excluded.until`,
    args: [comment.id, scope.userId, now + revealedFor],
  }
  const { unitId } = comment
  const event = doneBy(scope, { action: 'comment-original-read', unitId, detail: { comment: key } })
  await writeWithAudit([reveal], event, now)
  return ok(null)
}

/** Until when the person may read the original of a comment; null where they have not asked, or too long ago. */
export async function revealedUntil(
  { userId }: Scope,
  commentId: number,
  now: number,
): Promise<number | null> {
  const { rows } = await database().$client.execute({
    sql: 'select until from comment_reveals where comment_id = ? and user_id = ? and until > ?',
    args: [commentId, userId, now],
  })
  return rows[0] ? Number(rows[0][0]) : null
}
