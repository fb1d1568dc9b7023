import 'server-only'
import { spendRecoveryCode } from '@/db/accounts/recovery-codes'
import { getSecondFactor, spendStep } from '@/db/accounts/second-factors'
import { noteFailure } from './failure-note'
import { hashRecoveryCode } from './recovery-codes'
import { unseal } from './sealed'
import { forgive, takeCodeTurn } from './throttle'
import { stepOf } from './totp'

/** What was typed: six digits of the app, or a recovery code. */
export type TypedCode = Readonly<{ code: string; recovery: string }>

export type CodeCheck = 'right' | 'wrong' | Readonly<{ seconds: number }>

/**
 * Checks a person's code and uses it up: of several who show the same one at the same moment, one gets in. Tries are
 * kept apart, those of a known browser from those of strangers.
 * @param browser by what the browser is known, null for a strange one.
 */
export async function checkCode(
  userId: number,
  typed: TypedCode,
  browser: string | null,
  now: number,
): Promise<CodeCheck> {
  const who = browser === null ? `code ${userId}` : `code ${userId} ${browser}`
  const turn = await takeCodeTurn(who, now)
  if ('seconds' in turn) return turn
  if (await spend(userId, typed, now)) {
    await forgive(who)
    return 'right'
  }
  noteFailure('second-factor-failed', userId, turn.inARow)
  return 'wrong'
}

async function spend(userId: number, { code, recovery }: TypedCode, now: number): Promise<boolean> {
  if (recovery) return spendRecoveryCode(userId, hashRecoveryCode(recovery), now)
  const kept = await getSecondFactor(userId)
  // Sealed with another secret of the installation, no code fits any more: an administrator resets the person.
  const secret = kept?.isOn ? unseal('second-factor', userId, kept.secret) : null
  const step = secret && stepOf(secret, code, now)
  return typeof step === 'number' && spendStep(userId, step)
}
