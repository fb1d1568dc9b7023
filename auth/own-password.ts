import 'server-only'
import { changeOwnPassword, getOwnAccount } from '@/db/accounts/own-account'
import type { Scope } from '@/domain/access'
import { ok, type Result, refused } from '@/domain/problem'
import { hashPassword } from './password'
import { checkPassword, type PasswordProblem } from './password-rules'
import { sessionIdHash } from './session'
import { fitsOf } from './sign-in'
import { TurnsFull } from './turns'

type ChangeProblem = PasswordProblem | 'password-wrong' | 'not-found' | 'unavailable'

/** Changes the password of the person who asks, given the one they have; their other sessions end. */
export async function changePassword(
  scope: Scope,
  typed: Readonly<{ current: string; password: string }>,
  now: number,
): Promise<Result<null, ChangeProblem>> {
  const [account, session] = await Promise.all([getOwnAccount(scope), sessionIdHash()])
  if (!account || !session) return refused({ code: 'not-found' })
  const password = checkPassword(typed.password, {
    own: [scope.name, scope.email, ...account.units],
    hasSecondFactor: scope.hasSecondFactor,
  })
  if (!password.ok) return password
  try {
    if (!(await fitsOf(scope.userId, account.passwordHash, typed.current))) {
      return refused({ code: 'password-wrong', field: 'current' })
    }
    const to = await hashPassword(password.value)
    const isChanged = await changeOwnPassword(
      scope,
      { from: account.passwordHash, to, session },
      now,
    )
    return isChanged ? ok(null) : refused({ code: 'password-wrong', field: 'current' })
  } catch (error) {
    if (error instanceof TurnsFull) return refused({ code: 'unavailable' })
    throw error
  }
}
