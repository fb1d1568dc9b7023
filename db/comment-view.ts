import 'server-only'
import { type Scope, unitsFor } from '@/domain/access'
import { database } from './client'
import { listMarks, listRedactions, type MarkLine, type RedactionLine } from './comment-acts'
import { isGroupShown } from './comment-groups'
import { type CommentLine, questionText, toLine } from './comment-lines'

/** What is needed to change a comment; `original` is the text before officials masked words in it. */
export type OpenComment = Readonly<{
  id: number
  key: string
  unitId: number
  text: string
  original: string | null
  line: CommentLine
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
  const open = await openComment(scope, key)
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

/** The comment, where the person may read it: in their units, in a group large enough, of a valid response. */
export async function openComment(scope: Scope, key: string): Promise<OpenComment | null> {
  const { rows } = await database().$client.execute({
    sql: `select c.id, c.key, c.unit_id as unitId, u.name as unit, c.version_id as versionId, c.month, c.level, c.text,
        c.original, c.state, ${questionText} as question
      from comments c join units u on u.id = c.unit_id
      where c.key = ? and c.tallied = 1 and c.folded is not null`,
    args: [key],
  })
  const [row] = rows
  if (!row || !unitsFor(scope, 'comments').has(Number(row.unitId))) return null
  const [unitId, month] = [Number(row.unitId), Number(row.month)]
  if (!(await isGroupShown(unitId, Number(row.versionId), month))) return null
  return {
    id: Number(row.id),
    key,
    unitId,
    text: String(row.text),
    original: row.original === null ? null : String(row.original),
    line: toLine(row, { unitId, unit: String(row.unit), month }),
  }
}

async function revealedUntil(
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
