import 'server-only'
import { createHash } from 'node:crypto'

// Wrong passwords make the next try for that e-mail slower, known or not. Nobody is ever locked
// out: the right password is let in after a few seconds at most.
const FREE = 3
const FIRST_DELAY = 250
const LONGEST_DELAY = 4_000
const FORGOTTEN_AFTER = 15 * 60_000
const MOST_REMEMBERED = 10_000

type Failures = { count: number; lastAt: number }

/** Counts wrong passwords per e-mail, in memory and bounded; it keeps a hash, not the e-mail. */
export class Attempts {
  #byEmail = new Map<string, Failures>()

  /** Notes a try that is about to be made: which one in a row it is, and the milliseconds it has to wait first. */
  begin(email: string, now: number): { inARow: number; delay: number } {
    const key = keyOf(email)
    const known = this.#byEmail.get(key)
    const count = known && now - known.lastAt < FORGOTTEN_AFTER ? known.count : 0
    // Noted before the password is checked, so that a hundred tries at once are slowed as well.
    this.#byEmail.delete(key)
    this.#byEmail.set(key, { count: count + 1, lastAt: now })
    this.#forgetOldest()
    const delay = count < FREE ? 0 : Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (count - FREE))
    return { inARow: count + 1, delay }
  }

  succeed(email: string): void {
    this.#byEmail.delete(keyOf(email))
  }

  get size(): number {
    return this.#byEmail.size
  }

  #forgetOldest(): void {
    if (this.#byEmail.size <= MOST_REMEMBERED) return
    const oldest = this.#byEmail.keys().next()
    if (!oldest.done) this.#byEmail.delete(oldest.value)
  }
}

const keyOf = (email: string) => createHash('sha256').update(email).digest('base64')
