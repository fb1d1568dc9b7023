import 'server-only'
import { randomInt } from 'node:crypto'
import { ok, type Result, refused } from '@/domain/problem'
import { isGuessable } from './guessable'

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

// No letters that are taken for one another on a screen or a slip of paper: 0 o, 1 i l.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Twenty letters and figures in four groups of five, about 99 bits: `k7mpa-…`. */
export function makePassword(): string {
  const group = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
