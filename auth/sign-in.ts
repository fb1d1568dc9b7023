import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { type AuditEvent, writeWithAudit } from '@/db/audit'
import { getUserByEmail, normalEmail } from '@/db/users'
import { logFault } from '@/lib/log'
import { Attempts } from './attempts'
import { PasswordQueueFull, verifyPassword } from './password'
import { LONGEST_PASSWORD } from './password-rules'
import type { SignInError } from './sign-in-error'

// Waiting costs a socket and some memory each.
const MOST_WAITING = 200
let waiting = 0
const attempts = new Attempts()

/**
 * The user with that e-mail and password. Unknown e-mail, wrong password and disabled user get the
 * same answer in the same time.
 */
export async function signIn(
  typed: { email?: string | undefined; password?: string | undefined } | undefined,
): Promise<{ ok: true; userId: number } | { ok: false; error: SignInError }> {
  const email = normalEmail(typed?.email ?? '').slice(0, 320)
  const password = typed?.password ?? ''
  if (!email || !password) return { ok: false, error: 'missing' }
  if (password.length > 4 * LONGEST_PASSWORD) return { ok: false, error: 'wrong' }
  if (waiting >= MOST_WAITING) return { ok: false, error: 'busy' }

  waiting++
  try {
    const { inARow, delay } = attempts.begin(email, Date.now())
    await sleep(delay)
    const user = await getUserByEmail(email)
    const fits = await verifyPassword(user?.passwordHash, password)
    if (!user || !fits || user.disabledAt !== null) {
      if (user) noteFailure(user.id, inARow)
      return { ok: false, error: 'wrong' }
    }
    attempts.succeed(email)
    return { ok: true, userId: user.id }
  } catch (error) {
    if (error instanceof PasswordQueueFull) return { ok: false, error: 'busy' }
    throw error
  } finally {
    waiting--
  }
}

/** Whether a signed-in person's password fits, slowed after wrong ones as at the sign-in. @throws PasswordQueueFull */
export async function fitsOf(email: string, kept: string, typed: string): Promise<boolean> {
  if (typed.length > 4 * LONGEST_PASSWORD) return false
  await sleep(attempts.begin(email, Date.now()).delay)
  const fits = await verifyPassword(kept, typed)
  if (fits) attempts.succeed(email)
  return fits
}

/**
 * Into the audit log: the 1st, 2nd, 4th, 8th … failure in a row of a person who exists, so that a
 * stranger can neither fill the log nor write into it what was typed. Written after the answer, whose
 * time must not tell whether the person exists.
 */
function noteFailure(userId: number, inARow: number) {
  if (!Number.isInteger(Math.log2(inARow))) return
  const event: AuditEvent = {
    actorId: userId,
    actor: 'user',
    action: 'sign-in-failed',
    detail: { inARow },
  }
  setTimeout(() => {
    writeWithAudit([], event, Date.now()).catch((error) => logFault('sign-in-failed', error))
  }, 0)
}
