import 'server-only'
import { ok, type Result, refused } from '@/domain/problem'
import { isGuessable } from './guessable'
import { makeWrittenCode } from './written-code'

const SHORTEST_PASSWORD = 15
/** With a second factor a stolen password alone opens nothing. */
const SHORTEST_WITH_SECOND_FACTOR = 12
/** Nobody types more; hashing megabytes on request would be a gift to an attacker. */
export const LONGEST_PASSWORD = 256

export type PasswordProblem = 'password-short' | 'password-long' | 'password-common'

/** Whose password it is to be. */
type Owner = Readonly<{
  /** Name, e-mail, names of units: what others know of the person. */
  own: readonly string[]
  hasSecondFactor?: boolean
}>

export const shortestPassword = (hasSecondFactor: boolean): number =>
  hasSecondFactor ? SHORTEST_WITH_SECOND_FACTOR : SHORTEST_PASSWORD

/**
 * No composition rules: length counts, and that it is not one of those that are tried first.
 * Problems: password-short, password-long, password-common.
 */
export function checkPassword(
  password: string,
  { own, hasSecondFactor = false }: Owner,
): Result<string, PasswordProblem> {
  const length = [...password.normalize('NFC')].length
  const shortest = shortestPassword(hasSecondFactor)
  if (length < shortest) {
    return refused({ code: 'password-short', field: 'password', params: { n: shortest } })
  }
  if (length > LONGEST_PASSWORD) {
    return refused({ code: 'password-long', field: 'password', params: { n: LONGEST_PASSWORD } })
  }
  if (isGuessable(password, own)) return refused({ code: 'password-common', field: 'password' })
  return ok(password)
}

/** Twenty letters and figures, about 99 bits. */
export const makePassword = (): string => makeWrittenCode(5)
