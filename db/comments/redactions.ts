import 'server-only'
import type { Scope } from '@/domain/access'
import { foldText } from '@/domain/folded-text'
import { findWords, maskSpans, type TextSpan } from '@/domain/personal-data/redaction'
import { ok, type Result, refused } from '@/domain/problem'
import { doneBy, writeWithAudit } from '../audit/log'
import { database, type Statement } from '../client'
import { type OpenComment, openAsHead, openComment, unlessOvertaken } from './open'

const longestWords = 200

/** Masks words in a comment wherever they stand in it, for everybody but the head of the unit. */
export async function recordRedaction(
  scope: Scope,
  key: string,
  words: string,
  now: number,
): Promise<Result<null, 'not-found' | 'words-missing' | 'words-elsewhere'>> {
  const sought = words.slice(0, longestWords)
  if (sought.trim() === '') return refused({ code: 'words-missing', field: 'words' })
  return unlessOvertaken(async () => {
    const comment = await openComment(scope, key)
    if (!comment) return refused({ code: 'not-found' })
    const masked = (await activeSpans(comment.id)).flatMap(({ spans }) => spans)
    const spans = findWords(comment.original ?? comment.text, sought, masked)
    if (spans.length === 0) return refused({ code: 'words-elsewhere', field: 'words' })
    const insert = {
      sql: 'insert into redactions (comment_id, spans, made_by, made_at) values (?, ?, ?, ?)',
      args: [comment.id, JSON.stringify(spans), scope.userId, now],
    }
    await writeWithAudit(
      [showing(comment, [...masked, ...spans]), insert],
      doneBy(scope, {
        action: 'comment-redacted',
        unitId: comment.unitId,
        detail: { comment: key, places: spans.length },
      }),
      now,
    )
    return ok(null)
  })
}

/** Shows again what one redaction has masked; only for the head of the unit. */
export async function liftRedaction(
  scope: Scope,
  key: string,
  redactionId: number,
  now: number,
): Promise<Result<null, 'not-found'>> {
  return unlessOvertaken(async () => {
    const comment = await openAsHead(scope, key)
    const active = comment ? await activeSpans(comment.id) : []
    if (!comment || !active.some(({ id }) => id === redactionId)) {
      return refused({ code: 'not-found' })
    }
    const left = active.filter(({ id }) => id !== redactionId).flatMap(({ spans }) => spans)
    const lift = {
      sql: 'update redactions set lifted_by = ?, lifted_at = ? where id = ? and lifted_at is null',
      args: [scope.userId, now, redactionId],
    }
    await writeWithAudit(
      [showing(comment, left), lift],
      doneBy(scope, {
        action: 'comment-redaction-lifted',
        unitId: comment.unitId,
        detail: { comment: key, redaction: redactionId },
      }),
      now,
    )
    return ok(null)
  })
}

type Active = Readonly<{ id: number; spans: readonly TextSpan[] }>

async function activeSpans(commentId: number): Promise<Active[]> {
  const { rows } = await database().$client.execute({
    sql: 'select id, spans from redactions where comment_id = ? and lifted_at is null',
    args: [commentId],
  })
  return rows.map(({ id, spans }) => ({
    id: Number(id),
    spans: JSON.parse(String(spans)) as TextSpan[],
  }))
}

/**
 * Sets what is shown and found of a comment to its original less the spans. Fails, and with it all of the change,
 * when somebody else has changed the comment since it was read: then it has no key to be set.
 */
function showing({ id, text, original }: OpenComment, spans: readonly TextSpan[]): Statement {
  const whole = original ?? text
  const shown = maskSpans(whole, spans)
  return {
    sql: `update comments set text = ?, folded = ?, original = ?,
      key = (select key from comments where id = ? and text = ?) where id = ?`,
    args: [shown, foldText(shown), spans.length > 0 ? whole : null, id, text, id],
  }
}
