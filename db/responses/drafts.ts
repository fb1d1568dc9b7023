import 'server-only'
import { randomBytes } from 'node:crypto'
import { and, eq, gt } from 'drizzle-orm'
import { database, write } from '../client'
import { hashSecret } from '../devices/credential'
import { drafts } from '../schema/responses'

const lifetime = 15 * 60 * 1000

/** Drafts kept at one door: a flood pushes out its own, and cannot fill the disk. */
const mostPerDoor = 500

/**
 * Keeps for a quarter of an hour what somebody without JavaScript typed, so that the form can show it again with its
 * errors. Answers the random token that opens it; only the token's hash is stored.
 */
export async function saveDraft(doorId: number, content: string, now: number): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await write([
    { sql: 'delete from drafts where expires_at <= ?', args: [now] },
    {
      sql: 'insert into drafts (token_hash, door_id, content, expires_at) values (?, ?, ?, ?)',
      args: [hashSecret(token), doorId, content, now + lifetime],
    },
    {
      sql: `delete from drafts where door_id = ? and rowid not in
        (select rowid from drafts where door_id = ? order by expires_at desc, rowid desc limit ?)`,
      args: [doorId, doorId, mostPerDoor],
    },
  ])
  return token
}

/** What was kept under this token at this door, or null when it is unknown or too old. */
export async function getDraft(token: string, doorId: number, now: number): Promise<string | null> {
  const isIt = and(
    eq(drafts.tokenHash, hashSecret(token)),
    eq(drafts.doorId, doorId),
    gt(drafts.expiresAt, now),
  )
  const [row] = await database().select({ content: drafts.content }).from(drafts).where(isIt)
  return row?.content ?? null
}

/** Forgets a draft once its response is stored. */
export async function dropDraft(token: string): Promise<void> {
  await write([{ sql: 'delete from drafts where token_hash = ?', args: [hashSecret(token)] }])
}
