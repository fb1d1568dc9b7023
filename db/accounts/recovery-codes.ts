import 'server-only'
import { and, count, eq, isNull } from 'drizzle-orm'
import type { Account } from '@/domain/access'
import { doneBy, writeUnlessRefused, writeWithAudit } from '../audit/log'
import { database, type Statement } from '../client'
import { recoveryCodes } from '../schema/sign-in'

/** A new set of recovery codes; the old ones end. */
export async function renewRecoveryCodes(
  account: Account,
  codeHashes: readonly string[],
  now: number,
): Promise<void> {
  const change = newCodes(account.userId, codeHashes)
  await writeWithAudit(change, doneBy(account, { action: 'recovery-codes-made' }), now)
}

/** How many of the person's recovery codes are not used yet. */
export async function countRecoveryCodes({ userId }: Account): Promise<number> {
  const [row] = await database()
    .select({ n: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)))
  return row?.n ?? 0
}

/** Uses a recovery code up and notes it; of several who try at the same moment one gets true. */
export async function spendRecoveryCode(
  userId: number,
  codeHash: string,
  now: number,
): Promise<boolean> {
  const isTheirs = and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, codeHash))
  const [known] = await database().select().from(recoveryCodes).where(isTheirs)
  if (!known || known.usedAt !== null) return false
  const change = [database().update(recoveryCodes).set({ usedAt: now }).where(isTheirs)]
  const event = doneBy({ userId }, { action: 'recovery-code-used' })
  return writeUnlessRefused(/the code was used/, change, event, now)
}

/** For the batch of whatever makes new codes; the old ones end. */
export const newCodes = (userId: number, codeHashes: readonly string[]): Statement[] => [
  { sql: 'delete from recovery_codes where user_id = ?', args: [userId] },
  ...codeHashes.map((hash) => ({
    sql: 'insert into recovery_codes (code_hash, user_id) values (?, ?)',
    args: [hash, userId],
  })),
]
