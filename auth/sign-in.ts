import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { getUserByEmail, normalEmail } from '@/db/accounts/users'
import { noteFailure } from './failure-note'
import { knownBrowser } from './known-browser'
import { verifyPassword } from './password'
import { LONGEST_PASSWORD } from './password-rules'
import type { SignInError } from './sign-in-error'
import { beginTry, forgive } from './throttle'
import { TurnsFull } from './turns'
import type { Visit } from './visit'
import { WaitingRoom } from './waiting-room'

type Typed = Readonly<{ email?: string | undefined; password?: string | undefined }>
type SignedIn = Readonly<{ ok: true; userId: number; email: string }>
type NotSignedIn = Readonly<{ ok: false; error: SignInError }>

// Those who are known have places of their own, which strangers cannot take.
const rooms = { known: new WaitingRoom(), strange: new WaitingRoom() }

/**
 * The user with that e-mail and password. Unknown e-mail, wrong password and disabled user get the
 * same answer in the same time.
 */
export async function signIn(
  typed: Typed | undefined,
  visit: Pick<Visit, 'cookie' | 'address'>,
): Promise<SignedIn | NotSignedIn> {
  const email = normalEmail(typed?.email ?? '').slice(0, 320)
  const password = typed?.password ?? ''
  if (!email || !password) return { ok: false, error: 'missing' }
  if (password.length > 4 * LONGEST_PASSWORD) return { ok: false, error: 'wrong' }
  const browser = knownBrowser(email, visit.cookie, Date.now())
  const room = browser === null ? rooms.strange : rooms.known
  if (!room.enter(visit.address)) return { ok: false, error: 'busy' }
  try {
    return await check({ email, password, browser, address: visit.address })
  } catch (error) {
    if (error instanceof TurnsFull) return { ok: false, error: 'busy' }
    throw error
  } finally {
    room.leave(visit.address)
  }
}

/** Whether a signed-in person's password fits, slowed after wrong ones as at the sign-in. @throws TurnsFull */
export async function fitsOf(userId: number, kept: string, typed: string): Promise<boolean> {
  if (typed.length > 4 * LONGEST_PASSWORD) return false
  const who = `own ${userId}`
  await sleep((await beginTry(who, Date.now())).delay)
  const fits = await verifyPassword(kept, typed, { name: who, isKnown: true })
  if (fits) await forgive(who)
  return fits
}

type Check = Readonly<{ email: string; password: string; browser: string | null; address: string }>

async function check({ email, password, browser, address }: Check) {
  const isKnown = browser !== null
  // A known browser's tries are its own; those of all the strangers at this e-mail are counted together.
  const who = isKnown ? `browser ${browser} ${email}` : `e-mail ${email}`
  const { inARow, delay } = await beginTry(who, Date.now())
  await sleep(delay)
  const user = await getUserByEmail(email)
  const lane = { name: isKnown ? who : `${email} ${address}`, isKnown }
  const fits = await verifyPassword(user?.passwordHash, password, lane)
  if (!user || !fits || user.disabledAt !== null) {
    if (user) noteFailure('sign-in-failed', user.id, inARow)
    return { ok: false, error: 'wrong' } as const
  }
  await forgive(who)
  return { ok: true, userId: user.id, email } as const
}
