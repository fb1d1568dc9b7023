import 'server-only'
import { isForeignOrigin } from '@/lib/request-origin'
import { cookieLine, cookieNames } from './cookies'
import { endCurrentSession } from './session'

/**
 * Ends the session and clears its cookie. A plain form posts here; no token is needed, because the
 * cookie does not travel with another site's form and Origin is looked at besides.
 */
export async function signOut(request: Request): Promise<Response> {
  if (isForeignOrigin(request)) return new Response(null, { status: 403 })
  await endCurrentSession()
  const cookie = cookieLine(cookieNames().session, '', 0)
  const headers = { location: '/sign-in?out=1', 'set-cookie': cookie, 'cache-control': 'no-store' }
  return new Response(null, { status: 303, headers })
}
