import 'server-only'
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Scope } from '@/domain/access'
import { doneBy, writeUnlessRefused } from '../audit/log'
import { database } from '../client'
import { hashSecret } from '../devices/credential'
import { passwordLinks, users } from '../schema/people'
import { endEverything } from './person-changes'
import { listUnitNames } from './users'

/** Rows of links that are over are kept for this long, then deleted. */
export const keptFor = 30 * 24 * 3_600_000

export type LinkState = Readonly<{ userId: number; name: string; email: string; expiresAt: number }>

/** A link just made, for the administrator who made it, while it can still be used. */
export async function getMadeLink(
  scope: Scope,
  token: string,
  now: number,
): Promise<LinkState | null> {
  const link = await readLive(token, now)
  return link?.madeBy === scope.userId ? link : null
}

export type LiveLink = LinkState & Readonly<{ units: readonly string[] }>

/** Whose password the link sets; null for an unknown, used and expired one alike, and where the person is disabled. */
export async function getLiveLink(token: string, now: number): Promise<LiveLink | null> {
  const link = await readLive(token, now)
  return link && { ...link, units: await listUnitNames(link.userId) }
}

/** Sets the password and spends the link; false where somebody else was faster. */
export async function spendLink(
  token: string,
  { userId }: LinkState,
  passwordHash: string,
  now: number,
): Promise<boolean> {
  const change = [
    // First: the trigger stops all of it when the link has ended meanwhile.
    {
      sql: 'update password_links set ended_at = ? where token_hash = ?',
      args: [now, hashSecret(token)],
    },
    { sql: 'update users set password_hash = ? where id = ?', args: [passwordHash, userId] },
    ...endEverything(userId, now),
  ]
  const event = doneBy({ userId }, { action: 'password-set' })
  return writeUnlessRefused(/the link has ended/, change, event, now)
}

async function readLive(token: string, now: number) {
  const [row] = await database()
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      expiresAt: passwordLinks.expiresAt,
      madeBy: passwordLinks.madeBy,
    })
    .from(passwordLinks)
    .innerJoin(users, eq(users.id, passwordLinks.userId))
    .where(
      and(
        eq(passwordLinks.tokenHash, hashSecret(token)),
        gt(passwordLinks.expiresAt, now),
        isNull(passwordLinks.endedAt),
        isNull(users.disabledAt),
      ),
    )
  return row ?? null
}
