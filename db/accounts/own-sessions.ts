import 'server-only'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Scope } from '@/domain/access'
import { doneBy, writeWithAudit } from '../audit/log'
import { database } from '../client'
import { sessions } from '../schema/people'
import { IDLE_LIMIT } from './sessions'

export type OwnSession = Readonly<{
  /** Hash of the id in the cookie: names it, opens nothing. */
  idHash: string
  createdAt: number
  lastSeenAt: number
}>

/** The person's sessions that can still be used, the newest first. */
export async function listOwnSessions(scope: Scope, now: number): Promise<OwnSession[]> {
  const { idHash, createdAt, lastSeenAt } = sessions
  return database()
    .select({ idHash, createdAt, lastSeenAt })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, scope.userId),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now),
        gt(sessions.lastSeenAt, now - IDLE_LIMIT),
      ),
    )
    .orderBy(desc(sessions.createdAt))
}

/** Ends one of the person's own sessions; false for anybody else's and for none. */
export async function endOwnSession(scope: Scope, idHash: string, now: number): Promise<boolean> {
  const open = await listOwnSessions(scope, now)
  if (!open.some((one) => one.idHash === idHash)) return false
  const sql = 'update sessions set ended_at = ? where id_hash = ? and user_id = ?'
  const change = [{ sql, args: [now, idHash, scope.userId] }]
  await writeWithAudit(change, doneBy(scope, { action: 'sessions-ended', detail: { n: 1 } }), now)
  return true
}

/** Ends all of them but the one in use. */
export async function endOtherSessions(scope: Scope, session: string, now: number): Promise<void> {
  const n = (await listOwnSessions(scope, now)).filter(({ idHash }) => idHash !== session).length
  if (n === 0) return
  await writeWithAudit(
    [endOthers(scope, session, now)],
    doneBy(scope, { action: 'sessions-ended', detail: { n } }),
    now,
  )
}

/** For the batch of whatever ends all sessions but the one in use. */
export const endOthers = (
  { userId }: Readonly<{ userId: number }>,
  session: string,
  now: number,
) => ({
  sql: 'update sessions set ended_at = ? where user_id = ? and ended_at is null and id_hash <> ?',
  args: [now, userId, session],
})
