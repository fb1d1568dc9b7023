import 'server-only'
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import { readDemandedRoles } from '@/db/accounts/demanded-factor'
import { endSession, getLiveSession, noteSeen } from '@/db/accounts/sessions'
import { DatabaseUnavailable } from '@/db/client'
import { listUnits } from '@/db/units/units'
import {
  type Account,
  type Capability,
  computeScope,
  owesSecondFactor,
  ownAccount,
  type Scope,
  unitsFor,
} from '@/domain/access'
import { env } from '@/lib/env'
import { cookieNames } from './cookies'
import { hashSessionId } from './session-id'

/** Whose session it is, and what they may see: nothing while they owe a second factor. */
type Entered = Readonly<{ account: Account; scope: Scope | null }>

/**
 * Who asks, with what they may see; null when nobody is signed in, and while the person owes the second factor that one
 * of their roles demands. The session row is read at every request, so signing out, disabling somebody and taking a role
 * away hold from the next request on.
 */
export const currentScope = async (): Promise<Scope | null> => (await currentEntry())?.scope ?? null

/** Who is signed in, for what concerns their own account alone; also whoever owes a second factor. */
export const currentAccount = async (): Promise<Account | null> =>
  (await currentEntry())?.account ?? null

/** The only place where a Scope is made. */
const currentEntry = cache(async (): Promise<Entered | null> => {
  const idHash = await sessionIdHash()
  if (!idHash) return null
  const now = Date.now()
  const session = await getLiveSession(idHash, now)
  if (!session) return null
  await noteSeen(idHash, session.lastSeenAt, now).catch(forgiveBusy)
  const { person, grants, hasSecondFactor } = session
  const account = ownAccount(person, hasSecondFactor)
  if (owesSecondFactor(account, grants, await readDemandedRoles())) return { account, scope: null }
  return { account, scope: computeScope(person, grants, await listUnits(), hasSecondFactor) }
})

/** The same for a page; whoever is not signed in, or owes something, is sent to do so and comes back here. */
export const requireStaff = async (): Promise<Scope> => (await currentScope()) ?? leadToEntrance()

/** The same for a page that takes a right; whoever has it at no unit finds nothing here. */
export async function requireRight(capability: Capability): Promise<Scope> {
  const scope = await requireStaff()
  return unitsFor(scope, capability).size > 0 ? scope : notFound()
}

/** The same for a page that concerns the own account alone. */
export const requireAccount = async (): Promise<Account> =>
  (await currentAccount()) ?? leadToEntrance()

/** Where the second factor is set up. */
export const secondFactorPage = '/dashboard/account/second-factor'

/** Where somebody without a scope is sent: to sign in and on to the page, or to set up the second factor that they owe. */
export const entranceTo = async (page: string): Promise<string> =>
  (await currentAccount()) ? secondFactorPage : `/sign-in?next=${encodeURIComponent(page)}`

/** Path and query of this request. */
export const requestPath = async (): Promise<string> =>
  (await headers()).get('x-hl-path') ?? '/dashboard'

async function leadToEntrance(): Promise<never> {
  redirect(await entranceTo(await requestPath()))
}

/** Ends the session of this request, if there is one; answers whose it was. */
export async function endCurrentSession(): Promise<number | null> {
  const idHash = await sessionIdHash()
  return idHash ? endSession(idHash, Date.now()) : null
}

/** By what the database knows the session of this request; null without one. */
export async function sessionIdHash(): Promise<string | null> {
  const { authSecret } = env()
  const token = (await cookies()).get(cookieNames().session)?.value
  if (!authSecret || !token) return null
  try {
    const content = await decode({ token, secret: authSecret })
    return typeof content?.sid === 'string' ? hashSessionId(content.sid) : null
  } catch {
    // Forged, of another installation, or older than its limit.
    return null
  }
}

/** A page that can be read should be read, even while the note that it was cannot be written. */
function forgiveBusy(error: unknown) {
  if (!(error instanceof DatabaseUnavailable)) throw error
}
