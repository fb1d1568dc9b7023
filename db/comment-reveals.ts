import 'server-only'
import { type Scope, unitsFor } from '@/domain/access'
import { ok, type Result, refused } from '@/domain/problem'
import { writeWithAudit } from './audit'
import { eventOf } from './comment-event'
import { type OpenComment, openComment } from './comment-view'

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
  await writeWithAudit([reveal], eventOf(scope, comment, 'comment-original-read', {}), now)
  return ok(null)
}

/** The comment, for whoever may read originals of its unit. */
export async function openAsHead(scope: Scope, key: string): Promise<OpenComment | null> {
  const comment = await openComment(scope, key)
  return comment && unitsFor(scope, 'originals').has(comment.unitId) ? comment : null
}
