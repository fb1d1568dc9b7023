import 'server-only'
import { countTry, forgetTries, takeTurn, timeToTurn } from '@/db/limits/throttles'
import { keyedHash } from './keys'

// Wrong passwords make the next try slower, whether there is such a person or not. Nobody is ever locked out: the
// right password is let in after a few seconds at most.
const FREE = 3
const FIRST_DELAY = 250
const LONGEST_DELAY = 4_000
const FORGOTTEN_AFTER = 15 * 60_000

/**
 * Notes a try that is about to be made: which one in a row it is, and the milliseconds it has to wait first. Noted
 * before the password is checked, so that a hundred tries at once are slowed as well.
 * @param who what the tries are counted by, such as an e-mail; only a keyed hash of it is kept.
 */
export async function beginTry(
  who: string,
  now: number,
): Promise<Readonly<{ inARow: number; delay: number }>> {
  const inARow = await countTry({ key: keyOf(who), now, forgottenAfter: FORGOTTEN_AFTER })
  const delay = inARow <= FREE ? 0 : Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (inARow - FREE - 1))
  return { inARow, delay }
}

// A code has six digits only: tries are kept apart, one at a time, so that many at once win nothing.
const CODES_FORGOTTEN_AFTER = 24 * 3_600_000
const codeSpacing = { free: 5, first: 1_000, longest: 60_000 }

/** The turn to try a code: which one in a row it is, or in how many seconds the next may come. */
export async function takeCodeTurn(
  who: string,
  now: number,
): Promise<Readonly<{ inARow: number }> | Readonly<{ seconds: number }>> {
  const key = keyOf(who)
  const inARow = await takeTurn({ key, now, forgottenAfter: CODES_FORGOTTEN_AFTER }, codeSpacing)
  if (inARow !== null) return { inARow }
  return { seconds: Math.max(1, Math.ceil((await timeToTurn(key, now)) / 1000)) }
}

/** The right password or code was given: the next wrong one is the first again. */
export const forgive = (who: string): Promise<void> => forgetTries(keyOf(who))

const keyOf = (who: string) => keyedHash('throttle', who)
