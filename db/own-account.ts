import 'server-only'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Account, Scope } from '@/domain/access'
import { type AuditEvent, writeWithAudit } from './audit'
import { database } from './client'
import { grants, sessions, users } from './schema/people'
import { units } from './schema/units'
import { IDLE_LIMIT } from './sessions'

/** What stands in the database of the person's own account. */
export async function getOwnAccount(
  account: Account,
): Promise<{ passwordHash: string; units: string[] } | null> {
  const [user] = await database().select().from(users).where(eq(users.id, account.userId))
  const held = await database()
    .select({ unit: units.name })
    .from(grants)
    .innerJoin(units, eq(units.id, grants.unitId))
    .where(eq(grants.userId, account.userId))
  return user ? { passwordHash: user.passwordHash, units: held.map(({ unit }) => unit) } : null
}

/** Changes the password and ends every session but the one in use. */
export async function changeOwnPassword(
  scope: Scope,
  { from, to, session }: Readonly<{ from: string; to: string; session: string }>,
  now: number,
): Promise<boolean> {
  const change = [
    {
      sql: 'update users set password_hash = ? where id = ? and password_hash = ?',
      args: [to, scope.userId, from],
    },
    endOthers(scope, session, now),
    // Whoever stands half-way in came by the old password.
    {
      sql: 'update pending_sign_ins set ended_at = ? where user_id = ? and ended_at is null',
      args: [now, scope.userId],
    },
  ]
  const results = await writeWithAudit(change, own(scope, 'password-changed'), now)
  return results ? (results[0]?.rowsAffected ?? 0) > 0 : isPassword(scope, to)
}

async function isPassword({ userId }: Scope, hash: string): Promise<boolean> {
  const sql = 'select 1 from users where id = ? and password_hash = ?'
  return (await database().$client.execute({ sql, args: [userId, hash] })).rows.length === 1
}

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
  await writeWithAudit(change, own(scope, 'sessions-ended', { n: 1 }), now)
  return true
}

/** Ends all of them but the one in use. */
export async function endOtherSessions(scope: Scope, session: string, now: number): Promise<void> {
  const n = (await listOwnSessions(scope, now)).filter(({ idHash }) => idHash !== session).length
  if (n === 0) return
  await writeWithAudit([endOthers(scope, session, now)], own(scope, 'sessions-ended', { n }), now)
}

const endOthers = (scope: Scope, session: string, now: number) => ({
  sql: 'update sessions set ended_at = ? where user_id = ? and ended_at is null and id_hash <> ?',
  args: [now, scope.userId, session],
})

const own = (
  scope: Scope,
  action: AuditEvent['action'],
  detail: NonNullable<AuditEvent['detail']> = {},
): AuditEvent => ({ actorId: scope.userId, actor: 'user', action, detail })
