import 'server-only'
import { getLiveLink, spendLink } from '@/db/accounts/password-links'
import { ok, type Result, refused } from '@/domain/problem'
import { hashPassword } from './password'
import { checkPassword, type PasswordProblem } from './password-rules'
import { TurnsFull } from './turns'

type JoinProblem = PasswordProblem | 'link-over' | 'unavailable'

/** Sets the password of whoever the link is for, once. */
export async function joinWith(
  token: string,
  typed: string,
  now: number,
): Promise<Result<null, JoinProblem>> {
  const link = await getLiveLink(token, now)
  if (!link) return refused({ code: 'link-over' })
  const password = checkPassword(typed, { own: [link.name, link.email, ...link.units] })
  if (!password.ok) return password
  try {
    const isSet = await spendLink(token, link, await hashPassword(password.value), now)
    return isSet ? ok(null) : refused({ code: 'link-over' })
  } catch (error) {
    if (error instanceof TurnsFull) return refused({ code: 'unavailable' })
    throw error
  }
}
