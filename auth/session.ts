import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import { DatabaseUnavailable } from '@/db/client'
import { endSession, getLiveSession, noteSeen } from '@/db/sessions'
import { listUnits } from '@/db/units'
import { computeScope, type Scope } from '@/domain/access'
import { env } from '@/lib/env'
import { cookieNames } from './cookies'
import { hashSessionId } from './session-id'

/**
 * Who asks, with what they may see; null when nobody is signed in. The only place where a Scope is
 * made. The session row is read at every request, so signing out, disabling somebody and taking a
 * role away hold from the next request on.
 */
export const currentScope = cache(async (): Promise<Scope | null> => {
  const idHash = await sessionIdHash()
  if (!idHash) return null
  const now = Date.now()
  const session = await getLiveSession(idHash, now)
  if (!session) return null
  await noteSeen(idHash, session.lastSeenAt, now).catch(forgiveBusy)
  return computeScope(session.person, session.grants, await listUnits())
})

/** The same for a page; whoever is not signed in is sent to do so and comes back here. */
export async function requireStaff(): Promise<Scope> {
  const scope = await currentScope()
  if (scope) return scope
  const path = (await headers()).get('x-hl-path') ?? '/dashboard'
  redirect(`/sign-in?next=${encodeURIComponent(path)}`)
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
