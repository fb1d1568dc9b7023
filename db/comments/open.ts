import 'server-only'
import { type Scope, unitsFor } from '@/domain/access'
import { database } from '../client'
import { againWhileRefused } from '../refused-change'
import { isGroupShown } from './groups'
import { type CommentLine, formLanguage, isListed, questionText, toLine } from './lines'

/** `text` is null where it is blanked; `original` is the text before officials masked words in it. */
type FoundComment = Readonly<{
  id: number
  key: string
  unitId: number
  text: string | null
  original: string | null
  line: CommentLine
}>

/** What is needed to change a comment. */
export type OpenComment = FoundComment & Readonly<{ text: string }>

/** The comment, where the person may read it and it has its words: a blanked one is not changed any more. */
export async function openComment(scope: Scope, key: string): Promise<OpenComment | null> {
  const comment = await findComment(scope, key)
  return comment === null || comment.text === null ? null : { ...comment, text: comment.text }
}

/** The comment, where the person may read it: in their units, in a group large enough, of a valid response. */
export async function findComment(scope: Scope, key: string): Promise<FoundComment | null> {
  const { rows } = await database().$client.execute({
    sql: `select c.id, c.key, c.unit_id as unitId, u.name as unit, c.version_id as versionId, c.month, c.level, c.text,
        c.original, c.state, ${questionText} as question, ${formLanguage('c.response_seq')}
      from comments c join units u on u.id = c.unit_id
      where c.key = ? and c.tallied = 1 and ${isListed}`,
    args: [key],
  })
  const [row] = rows
  if (!row || !unitsFor(scope, 'comments').has(Number(row.unitId))) return null
  const [unitId, month] = [Number(row.unitId), Number(row.month)]
  if (!(await isGroupShown(unitId, Number(row.versionId), month))) return null
  const line = toLine(row, { unitId, unit: String(row.unit), month })
  const original = row.original === null ? null : String(row.original)
  return { id: Number(row.id), key, unitId, text: line.text, original, line }
}

/** The comment, for whoever may read originals of its unit. */
export async function openAsHead(scope: Scope, key: string): Promise<OpenComment | null> {
  const comment = await openComment(scope, key)
  return comment && unitsFor(scope, 'originals').has(comment.unitId) ? comment : null
}

/** Makes a change of a comment again when it has failed because the comment was changed or blanked since it was read. */
export const unlessOvertaken = <T>(change: () => Promise<T>): Promise<T> =>
  againWhileRefused(/NOT NULL.*comment(s\.key|_marks\.comment_id)/, change)
