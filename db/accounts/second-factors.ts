import 'server-only'
import { eq } from 'drizzle-orm'
import type { Account } from '@/domain/access'
import { doneBy, writeUnlessRefused, writeWithAudit } from '../audit/log'
import { database, type Statement, write } from '../client'
import { secondFactors } from '../schema/sign-in'
import { endOthers } from './own-sessions'
import { newCodes } from './recovery-codes'

export type SecondFactor = Readonly<{
  /** Encrypted; only the sign-in can read it. */
  secret: string
  isOn: boolean
}>

/** The person's authenticator app, set up or being set up; null without one. For the sign-in. */
export async function getSecondFactor(userId: number): Promise<SecondFactor | null> {
  const [row] = await database()
    .select()
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId))
  return row ? { secret: row.secret, isOn: row.confirmedAt !== null } : null
}

/** Keeps the secret of an app that is being set up; one that is on stays as it is. */
export async function beginSecondFactor({ userId }: Account, secret: string): Promise<void> {
  const sql = `insert into second_factors (user_id, secret) values (?, ?)
    on conflict (user_id) do update set secret = excluded.secret where confirmed_at is null`
  await write([{ sql, args: [userId, secret] }])
}

type Confirmed = Readonly<{
  /** The secret whose code was typed: another set-up may have begun meanwhile. */
  secret: string
  step: number
  codeHashes: readonly string[]
  /** The session in use; all others end. */
  session: string
}>

/** Turns it on, with a first set of recovery codes; false where it was on already or began anew. */
export async function confirmSecondFactor(
  account: Account,
  { secret, step, codeHashes, session }: Confirmed,
  now: number,
): Promise<boolean> {
  const { userId } = account
  if ((await getSecondFactor(userId))?.secret !== secret) return false
  const change = [
    // First: a trigger stops all of it when it is on already.
    {
      sql: 'update second_factors set confirmed_at = ?, last_step = ?, secret = ? where user_id = ?',
      args: [now, step, secret, userId],
    },
    ...newCodes(userId, codeHashes),
    endOthers(account, session, now),
  ]
  const event = doneBy(account, { action: 'second-factor-on' })
  return writeUnlessRefused(/is on already/, change, event, now)
}

/** Takes it away, with its codes. */
export async function removeOwnSecondFactor(account: Account, now: number): Promise<void> {
  const change = removeStatements(account.userId)
  await writeWithAudit(change, doneBy(account, { action: 'second-factor-off' }), now)
}

/** Uses the code of this step up; of several who try at the same moment one gets true. */
export async function spendStep(userId: number, step: number): Promise<boolean> {
  const sql = `update second_factors set last_step = ?
    where user_id = ? and last_step < ? and confirmed_at is not null`
  const [used] = await write([{ sql, args: [step, userId, step] }])
  return (used?.rowsAffected ?? 0) > 0
}

/** Takes a person's second factor away, for the batch of whoever resets them. */
export const removeStatements = (userId: number): Statement[] =>
  ['recovery_codes', 'second_factors'].map((table) => ({
    sql: `delete from ${table} where user_id = ?`,
    args: [userId],
  }))
