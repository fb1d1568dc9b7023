import 'server-only'
import type { Scope } from '@/domain/access'
import { cleanText } from '@/domain/answer'
import type { CommentState } from '@/domain/comment'
import { maskPersonalData } from '@/domain/personal-data/personal-data'
import { ok, type Result, refused, tooLong } from '@/domain/problem'
import { doneBy, writeWithAudit } from '../audit/log'
import { openComment, unlessOvertaken } from './open'

export const longestNote = 1000

export type NewMark = Readonly<{ state: CommentState; note: string }>

/** Marks a comment, with a note on what was done; earlier marks stay. A note on what is done is required. */
export async function recordMark(
  scope: Scope,
  key: string,
  { state, note }: NewMark,
  now: number,
): Promise<Result<null, 'not-found' | 'note-missing' | 'too-long'>> {
  return unlessOvertaken(async () => {
    const comment = await openComment(scope, key)
    if (!comment) return refused({ code: 'not-found' })
    const text = maskPersonalData(cleanText(note, longestNote))
    if (text.length > longestNote) return tooLong('note', longestNote)
    if (state === 'done' && text === '') return refused({ code: 'note-missing', field: 'note' })
    await writeWithAudit(
      [
        {
          // Fails where it was blanked in the meantime: no words may join it then.
          sql: `insert into comment_marks (comment_id, state, note, made_by, made_at)
            values ((select id from comments where id = ? and text is not null), ?, ?, ?, ?)`,
          args: [comment.id, state, text, scope.userId, now],
        },
        { sql: 'update comments set state = ? where id = ?', args: [state, comment.id] },
      ],
      doneBy(scope, {
        action: 'comment-marked',
        unitId: comment.unitId,
        detail: { comment: key, state },
      }),
      now,
    )
    return ok(null)
  })
}
