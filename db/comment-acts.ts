import 'server-only'
import type { CommentState } from '@/domain/comment'
import { database } from './client'

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

/** How a comment was marked, in turn. */
export async function listMarks(commentId: number): Promise<MarkLine[]> {
  const { rows } = await database().$client.execute({
    sql: `select m.state, m.note, u.name, m.made_at as at from comment_marks m join users u on u.id = m.made_by
      where m.comment_id = ? order by m.id desc`,
    args: [commentId],
  })
  return rows.map((row) => ({ ...row })) as unknown as MarkLine[]
}

/** What was masked in it, in turn. */
export async function listRedactions(commentId: number): Promise<RedactionLine[]> {
  const { rows } = await database().$client.execute({
    sql: `select r.id, u.name, r.made_at as at, l.name as liftedBy, r.lifted_at as liftedAt
      from redactions r join users u on u.id = r.made_by left join users l on l.id = r.lifted_by
      where r.comment_id = ? order by r.id desc`,
    args: [commentId],
  })
  return rows.map((row) => ({ ...row })) as unknown as RedactionLine[]
}
