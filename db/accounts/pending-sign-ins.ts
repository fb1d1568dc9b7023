import 'server-only'
import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import { database, write } from '../client'
import { users } from '../schema/people'
import { pendingSignIns } from '../schema/sign-in'

const MINUTE = 60_000
/** Long enough to fetch the phone. */
export const PENDING_LIMIT = 10 * MINUTE
const MOST_TRIES = 5

export type PendingSignIn = Readonly<{ userId: number; email: string }>

/** Keeps that the password was right, until the code comes. */
export async function beginPending(idHash: string, userId: number, now: number): Promise<void> {
  await write([
    database()
      .insert(pendingSignIns)
      .values({ idHash, userId, expiresAt: now + PENDING_LIMIT }),
    database().delete(pendingSignIns).where(lt(pendingSignIns.expiresAt, now)),
  ])
}

/** Whose code is awaited; null once it is over, used, tried too often, or the person disabled. */
export async function getPending(idHash: string, now: number): Promise<PendingSignIn | null> {
  const [row] = await database()
    .select({ userId: users.id, email: users.email })
    .from(pendingSignIns)
    .innerJoin(users, eq(users.id, pendingSignIns.userId))
    .where(
      and(
        eq(pendingSignIns.idHash, idHash),
        gt(pendingSignIns.expiresAt, now),
        lt(pendingSignIns.tries, MOST_TRIES),
        isNull(pendingSignIns.endedAt),
        isNull(users.disabledAt),
      ),
    )
  return row ?? null
}

/** Counts a code that is about to be checked; false where it is one too many. */
export async function countPendingTry(idHash: string): Promise<boolean> {
  const sql = `update pending_sign_ins set tries = tries + 1
    where id_hash = ? and tries < ? and ended_at is null`
  const [counted] = await write([{ sql, args: [idHash, MOST_TRIES] }])
  return (counted?.rowsAffected ?? 0) > 0
}

/** The code was right: spends it, once; false where it ended meanwhile (somebody was faster, or a reset). */
export async function spendPending(idHash: string, now: number): Promise<boolean> {
  const sql = 'update pending_sign_ins set ended_at = ? where id_hash = ? and ended_at is null'
  const [spent] = await write([{ sql, args: [now, idHash] }])
  return (spent?.rowsAffected ?? 0) > 0
}
