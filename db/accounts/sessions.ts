import 'server-only'
import { and, eq, gt, isNotNull, isNull, lt } from 'drizzle-orm'
import type { Grant, Person } from '@/domain/access'
import { doneBy, writeWithAudit } from '../audit/log'
import { database, write } from '../client'
import { grants, sessions, users } from '../schema/people'
import { secondFactors } from '../schema/sign-in'

const HOUR = 3_600_000
/** After this long without a page the session is over. */
export const IDLE_LIMIT = 8 * HOUR
/** After this long it is over in any case. */
export const ABSOLUTE_LIMIT = 7 * 24 * HOUR
/** `lastSeenAt` is written no more often than this: reading pages should cost no disk. */
const SEEN_EVERY = 10 * 60_000
/** Several processes may read their clocks so far apart. */
const CLOCK_DOUBT = 5 * 60_000
/** Rows of ended sessions are kept for this long, then deleted. */
const KEPT_FOR = 30 * 24 * HOUR

export type LiveSession = Readonly<{
  person: Person
  hasSecondFactor: boolean
  lastSeenAt: number
  grants: Grant[]
}>

/** Opens a session, sweeps out the very old ones, and notes in the audit log who came in. */
export async function createSession(idHash: string, userId: number, now: number): Promise<void> {
  const expiresAt = now + ABSOLUTE_LIMIT
  const change = [
    database()
      .insert(sessions)
      .values({ idHash, userId, createdAt: now, lastSeenAt: now, expiresAt }),
    database().update(users).set({ signedInAt: now }).where(eq(users.id, userId)),
    database()
      .delete(sessions)
      .where(lt(sessions.expiresAt, now - KEPT_FOR)),
  ]
  await writeWithAudit(change, doneBy({ userId }, { action: 'signed-in' }), now)
}

/** The person and the grants behind a session that is neither ended, expired, idle, from the future nor of a disabled user. */
export async function getLiveSession(idHash: string, now: number): Promise<LiveSession | null> {
  const rows = await database()
    .select({
      userId: users.id,
      email: users.email,
      name: users.name,
      lastSeenAt: sessions.lastSeenAt,
      unitId: grants.unitId,
      role: grants.role,
      factorSince: secondFactors.confirmedAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(
      secondFactors,
      and(eq(secondFactors.userId, users.id), isNotNull(secondFactors.confirmedAt)),
    )
    .leftJoin(grants, eq(grants.userId, users.id))
    .where(
      and(
        eq(sessions.idHash, idHash),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now),
        gt(sessions.lastSeenAt, now - IDLE_LIMIT),
        // Begun or used by a clock that was ahead: it would outlive its limits by as much.
        lt(sessions.createdAt, now + CLOCK_DOUBT),
        lt(sessions.lastSeenAt, now + CLOCK_DOUBT),
        isNull(users.disabledAt),
      ),
    )
  const first = rows[0]
  if (!first) return null
  const { userId, email, name, lastSeenAt, factorSince } = first
  const held = rows.flatMap(({ unitId, role }) => (unitId && role ? [{ unitId, role }] : []))
  const hasSecondFactor = factorSince !== null
  return { person: { userId, email, name }, hasSecondFactor, lastSeenAt, grants: held }
}

/** Notes that the session was used, where the last note is old enough. */
export async function noteSeen(idHash: string, lastSeenAt: number, now: number): Promise<void> {
  if (now - lastSeenAt < SEEN_EVERY) return
  const seen = database().update(sessions).set({ lastSeenAt: now })
  await write([seen.where(eq(sessions.idHash, idHash))])
}

/** Ends a session for good; answers whose it was, or null when there is none or it had ended before. */
export async function endSession(idHash: string, now: number): Promise<number | null> {
  const isOpen = and(eq(sessions.idHash, idHash), isNull(sessions.endedAt))
  const [open] = await database().select({ userId: sessions.userId }).from(sessions).where(isOpen)
  if (!open) return null
  const change = [database().update(sessions).set({ endedAt: now }).where(isOpen)]
  await writeWithAudit(change, doneBy(open, { action: 'signed-out' }), now)
  return open.userId
}
