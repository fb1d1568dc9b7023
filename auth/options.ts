import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { getSecondFactor } from '@/db/accounts/second-factors'
import { ABSOLUTE_LIMIT, createSession, endSession } from '@/db/accounts/sessions'
import { isUnavailable } from '@/db/client'
import { env } from '@/lib/env'
import { logFault } from '@/lib/log'
import { authCookies } from './cookies'
import { knownBrowserCookie } from './known-browser'
import { beginSecondStep, takeSecondStep } from './second-step'
import { hashSessionId, makeSessionId } from './session-id'
import { signIn } from './sign-in'
import type { Visit } from './visit'

/** Not an error: the password was right, and the person has a second factor. */
export const codeWanted = 'code-wanted'

/**
 * next-auth signs the cookie and does the hand-shake. What the cookie is worth is decided by the row
 * in `sessions`: the token carries a random id and nothing about the person.
 */
export function authOptions(visit: Visit): NextAuthOptions {
  const { authSecret, isHttps } = env()
  return {
    ...(authSecret ? { secret: authSecret } : {}),
    providers: [passwordStep(visit), codeStep(visit)],
    session: { strategy: 'jwt', maxAge: ABSOLUTE_LIMIT / 1000 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    useSecureCookies: isHttps,
    cookies: authCookies(),
    callbacks: { jwt: ({ token, user }) => (user ? openSession(user.id) : token) },
    events: { signOut: ({ token }) => closeSession(token.sid) },
  }
}

const passwordStep = (visit: Visit) =>
  CredentialsProvider({
    name: 'password',
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    async authorize(typed) {
      const result = await signIn(typed, visit).catch(hideFault)
      // next-auth hands the message on as the `error` parameter of the page.
      if (!result.ok) throw new Error(result.error)
      if (!(await getSecondFactor(result.userId))?.isOn) return admit(result, visit)
      await beginSecondStep(result.userId, visit, Date.now())
      throw new Error(codeWanted)
    },
  })

const codeStep = (visit: Visit) =>
  CredentialsProvider({
    id: 'code',
    name: 'code',
    credentials: { code: { type: 'text' }, recovery: { type: 'text' } },
    async authorize(typed) {
      const shown = { code: typed?.code ?? '', recovery: typed?.recovery ?? '' }
      const result = await takeSecondStep(shown, visit, Date.now()).catch(hideFault)
      if (!result.ok) throw new Error(result.error)
      return admit(result, visit)
    },
  })

function admit({ userId, email }: { userId: number; email: string }, visit: Visit) {
  visit.newCookies.push(knownBrowserCookie(email, Date.now()))
  return { id: String(userId) }
}

/** A fault's own words would stand in the address of the page. */
function hideFault(error: unknown) {
  if (isUnavailable(error)) return { ok: false, error: 'busy' } as const
  logFault('sign-in', error)
  return { ok: false, error: 'failed' } as const
}

async function openSession(userId: string) {
  const sid = makeSessionId()
  await createSession(hashSessionId(sid), Number(userId), Date.now())
  return { sid }
}

async function closeSession(sid: unknown) {
  if (typeof sid === 'string') await endSession(hashSessionId(sid), Date.now())
}
