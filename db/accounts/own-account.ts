import 'server-only'
import { eq } from 'drizzle-orm'
import type { Account, Scope } from '@/domain/access'
import { doneBy, writeWithAudit } from '../audit/log'
import { database } from '../client'
import { users } from '../schema/people'
import { endOthers } from './own-sessions'
import { listUnitNames } from './users'

/** What stands in the database of the person's own account. */
export async function getOwnAccount(
  account: Account,
): Promise<{ passwordHash: string; units: string[] } | null> {
  const [user] = await database().select().from(users).where(eq(users.id, account.userId))
  if (!user) return null
  return { passwordHash: user.passwordHash, units: await listUnitNames(account.userId) }
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
  const results = await writeWithAudit(change, doneBy(scope, { action: 'password-changed' }), now)
  return results ? (results[0]?.rowsAffected ?? 0) > 0 : isPassword(scope, to)
}

async function isPassword({ userId }: Scope, hash: string): Promise<boolean> {
  const sql = 'select 1 from users where id = ? and password_hash = ?'
  return (await database().$client.execute({ sql, args: [userId, hash] })).rows.length === 1
}
