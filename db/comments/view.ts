import 'server-only'
import { type Scope, unitsFor } from '@/domain/access'
import type { CommentState } from '@/domain/comment'
import { database } from '../client'
import type { CommentLine } from './lines'
import { findComment } from './open'
import { revealedUntil } from './reveals'

export type MarkLine = Readonly<{
  state: CommentState
  note: string
  name: string
  at: number
}>

export type RedactionLine = Readonly<{
  id: number
  name: string
  at: number
  liftedBy: string | null
  liftedAt: number | null
}>

export type CommentView = CommentLine &
  Readonly<{
    /** Newest first. */
    marks: readonly MarkLine[]
    redactions: readonly RedactionLine[]
    /** Whether the person may read what was masked, and lift that. */
    isHead: boolean
    /** The text before words were masked in it, for a head of the unit who has just asked for it; else null. */
    original: string | null
    revealedUntil: number | null
  }>

/** One comment with all that was done about it; null where it is unknown, not the person's or not shown. */
export async function getComment(
  scope: Scope,
  key: string,
  now: number,
): Promise<CommentView | null> {
  const open = await findComment(scope, key)
  if (!open) return null
  const isHead = unitsFor(scope, 'originals').has(open.unitId)
  const until = isHead && open.original !== null ? await revealedUntil(scope, open.id, now) : null
  return {
    ...open.line,
    marks: await listMarks(open.id),
    redactions: await listRedactions(open.id),
    isHead,
    original: until === null ? null : open.original,
    revealedUntil: until,
  }
}

/** How a comment was marked, in turn. */
async function listMarks(commentId: number): Promise<MarkLine[]> {
  const { rows } = await database().$client.execute({
    sql: `select m.state, m.note, u.name, m.made_at as at from comment_marks m join users u on u.id = m.made_by
      where m.comment_id = ? order by m.id desc`,
    args: [commentId],
  })
  return rows.map((row) => ({ ...row })) as unknown as MarkLine[]
}

/** What was masked in it, in turn. */
async function listRedactions(commentId: number): Promise<RedactionLine[]> {
  const { rows } = await database().$client.execute({
    sql: `select r.id, u.name, r.made_at as at, l.name as liftedBy, r.lifted_at as liftedAt
      from redactions r join users u on u.id = r.made_by left join users l on l.id = r.lifted_by
      where r.comment_id = ? order by r.id desc`,
    args: [commentId],
  })
  return rows.map((row) => ({ ...row })) as unknown as RedactionLine[]
}
