import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import { env } from '@/lib/env'

/** Names by which the browser keeps them. Over https the `__Host-` prefix ties them to this host. */
export function cookieNames() {
  const prefix = env().isHttps ? '__Host-' : ''
  return {
    session: `${prefix}hai-long.session`,
    csrf: `${prefix}hai-long.csrf`,
    callbackUrl: `${prefix}hai-long.callback-url`,
  }
}

export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: env().isHttps } as const
}

/** The cookies in the shape next-auth wants them. */
export function authCookies(): NonNullable<NextAuthOptions['cookies']> {
  const names = cookieNames()
  const options = cookieOptions()
  return {
    sessionToken: { name: names.session, options },
    csrfToken: { name: names.csrf, options },
    callbackUrl: { name: names.callbackUrl, options },
  }
}
