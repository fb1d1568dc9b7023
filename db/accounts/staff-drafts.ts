import 'server-only'
import { randomBytes } from 'node:crypto'
import { and, eq, gt } from 'drizzle-orm'
import type { Scope } from '@/domain/access'
import { database, write } from '../client'
import { staffDrafts } from '../schema/people'

export type DraftKind =
  | 'dossier-table'
  | 'dossier-file'
  | 'tally-sheet'
  | 'refused-form'
  | 'unit-file'
  | 'field-file'

const lifetime = 4 * 3_600_000

/** Kept for one person; the oldest make room. */
const mostPerPerson = 10

/**
 * Keeps for some hours what the person typed or sent, so that a page can show it again with what is wrong with it.
 * Answers the id that stands in the page's address; it opens nothing for anybody else.
 */
export async function saveStaffDraft(
  scope: Scope,
  kind: DraftKind,
  content: unknown,
  now: number,
): Promise<string> {
  const id = randomBytes(12).toString('base64url')
  const { userId } = scope
  await write([
    { sql: 'delete from staff_drafts where expires_at <= ?', args: [now] },
    {
      sql: 'insert into staff_drafts (id, user_id, kind, content, expires_at) values (?, ?, ?, ?, ?)',
      args: [id, userId, kind, JSON.stringify(content), now + lifetime],
    },
    {
      sql: `delete from staff_drafts where user_id = ? and rowid not in
        (select rowid from staff_drafts where user_id = ? order by expires_at desc, rowid desc limit ?)`,
      args: [userId, userId, mostPerPerson],
    },
  ])
  return id
}

/** What this person kept under this id, or null when it is unknown, another's or too old. */
export async function getStaffDraft(
  scope: Scope,
  kind: DraftKind,
  id: string,
  now: number,
): Promise<unknown> {
  const isIt = and(
    eq(staffDrafts.id, id),
    eq(staffDrafts.userId, scope.userId),
    eq(staffDrafts.kind, kind),
    gt(staffDrafts.expiresAt, now),
  )
  const [row] = await database()
    .select({ content: staffDrafts.content })
    .from(staffDrafts)
    .where(isIt)
  return row ? (JSON.parse(row.content) as unknown) : null
}

/** Forgets what has been stored. */
export async function dropStaffDraft(scope: Scope, id: string): Promise<void> {
  const sql = 'delete from staff_drafts where id = ? and user_id = ?'
  await write([{ sql, args: [id, scope.userId] }])
}
