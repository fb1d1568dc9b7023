import 'server-only'
import { randomInt } from 'node:crypto'
import { ok, type Result, refused } from '@/domain/problem'

export const SHORTEST_PASSWORD = 15
/** Nobody types more; hashing megabytes on request would be a gift to an attacker. */
export const LONGEST_PASSWORD = 256

/** No composition rules: length is what counts. Problems: password-short, password-long. */
export function checkPassword(
  password: string,
): Result<string, 'password-short' | 'password-long'> {
  const length = [...password.normalize('NFC')].length
  if (length < SHORTEST_PASSWORD) {
    return refused({ code: 'password-short', field: 'password', params: { n: SHORTEST_PASSWORD } })
  }
  if (length > LONGEST_PASSWORD) {
    return refused({ code: 'password-long', field: 'password', params: { n: LONGEST_PASSWORD } })
  }
  return ok(password)
}

// No letters that are taken for one another on a screen or a slip of paper: 0 o, 1 i l.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Twenty letters and figures in four groups of five, about 99 bits: `k7mpa-…`. */
export function makePassword(): string {
  const group = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
