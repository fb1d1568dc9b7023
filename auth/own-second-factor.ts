import 'server-only'
import { getOwnAccount } from '@/db/accounts/own-account'
import { renewRecoveryCodes } from '@/db/accounts/recovery-codes'
import {
  beginSecondFactor,
  confirmSecondFactor,
  getSecondFactor,
  removeOwnSecondFactor,
} from '@/db/accounts/second-factors'
import type { Account } from '@/domain/access'
import { ok, type Result, refused } from '@/domain/problem'
import { checkCode, type TypedCode } from './code-check'
import { checkPassword, shortestPassword } from './password-rules'
import { hashRecoveryCode, makeRecoveryCodes } from './recovery-codes'
import { seal, unseal } from './sealed'
import { fitsOf } from './sign-in'
import { takeCodeTurn } from './throttle'
import { makeTotpSecret, stepOf } from './totp'
import { TurnsFull } from './turns'

type FactorProblem = 'not-found' | 'password-wrong' | 'code-wrong' | 'code-soon' | 'unavailable'

/** Makes a secret for an app that is to be set up; it counts for nothing until a code of it was typed. */
export const beginSetUp = (account: Account): Promise<void> =>
  beginSecondFactor(account, seal('second-factor', account.userId, makeTotpSecret()))

/** The secret that is being set up; null where none is. */
export async function secretToSetUp({ userId }: Account): Promise<Buffer | null> {
  const kept = await getSecondFactor(userId)
  return kept && !kept.isOn ? unseal('second-factor', userId, kept.secret) : null
}

/** Turns the second factor on, given the password and a code of the new app; answers the recovery codes. */
export async function confirmSetUp(
  account: Account,
  typed: Readonly<{ password: string; code: string }>,
  session: string,
  now: number,
): Promise<Result<string[], FactorProblem>> {
  const kept = await getSecondFactor(account.userId)
  const secret = kept && !kept.isOn ? unseal('second-factor', account.userId, kept.secret) : null
  if (!kept || !secret) return refused({ code: 'not-found' })
  const password = await requirePassword(account, typed.password)
  if (!password.ok) return password
  const turn = await takeCodeTurn(`set-up ${account.userId}`, now)
  if ('seconds' in turn) return tooSoon(turn.seconds)
  const step = stepOf(secret, typed.code, now)
  if (step === null) return refused({ code: 'code-wrong', field: 'code' })
  const codes = makeRecoveryCodes()
  const codeHashes = codes.map(hashRecoveryCode)
  const isOn = await confirmSecondFactor(
    account,
    { secret: kept.secret, step, codeHashes, session },
    now,
  )
  return isOn ? ok(codes) : refused({ code: 'not-found' })
}

/**
 * Turns it off, given the password and a code. A password that was enough only beside the second factor has to be
 * changed for a longer one first.
 */
export async function turnOff(
  account: Account,
  typed: TypedCode & Readonly<{ password: string }>,
  browser: string | null,
  now: number,
): Promise<Result<null, FactorProblem | 'password-short-alone'>> {
  const password = await requirePassword(account, typed.password)
  if (!password.ok) return password
  if (!checkPassword(typed.password, { own: [], hasSecondFactor: false }).ok) {
    const params = { n: shortestPassword(false) }
    return refused({ code: 'password-short-alone', field: 'password', params })
  }
  const code = await requireCode(account, typed, browser, now)
  if (!code.ok) return code
  await removeOwnSecondFactor(account, now)
  return ok(null)
}

/** A new set of recovery codes, given a code; the old ones end. */
export async function renewCodes(
  account: Account,
  typed: TypedCode,
  browser: string | null,
  now: number,
): Promise<Result<string[], FactorProblem>> {
  const code = await requireCode(account, typed, browser, now)
  if (!code.ok) return code
  const codes = makeRecoveryCodes()
  await renewRecoveryCodes(account, codes.map(hashRecoveryCode), now)
  return ok(codes)
}

async function requirePassword(
  account: Account,
  typed: string,
): Promise<Result<null, 'not-found' | 'password-wrong' | 'unavailable'>> {
  const kept = await getOwnAccount(account)
  if (!kept) return refused({ code: 'not-found' })
  try {
    const fits = await fitsOf(account.userId, kept.passwordHash, typed)
    return fits ? ok(null) : refused({ code: 'password-wrong', field: 'password' })
  } catch (error) {
    if (error instanceof TurnsFull) return refused({ code: 'unavailable' })
    throw error
  }
}

async function requireCode(
  account: Account,
  typed: TypedCode,
  browser: string | null,
  now: number,
): Promise<Result<null, 'not-found' | 'code-wrong' | 'code-soon'>> {
  if (!account.hasSecondFactor) return refused({ code: 'not-found' })
  const check = await checkCode(account.userId, typed, browser, now)
  if (check === 'right') return ok(null)
  if (check === 'wrong') return refused({ code: 'code-wrong', field: 'code' })
  return tooSoon(check.seconds)
}

const tooSoon = (seconds: number) =>
  refused({ code: 'code-soon' as const, field: 'code', params: { n: seconds } })
