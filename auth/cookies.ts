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
    /** The password was right, the code is still to come. */
    pending: `${prefix}hai-long.pending`,
    /** Recovery codes that were just made, sealed, for the page that shows them. */
    shownCodes: `${prefix}hai-long.shown-codes`,
    /** One for each person who signs in at this browser: what follows tells whose. */
    browser: `${prefix}hai-long.browser-`,
  }
}

export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: env().isHttps } as const
}

/** A `Set-Cookie` line of our own; one that lives for no time clears the cookie. */
export function cookieLine(name: string, value: string, milliseconds: number): string {
  const secure = cookieOptions().secure ? '; Secure' : ''
  const seconds = Math.floor(milliseconds / 1000)
  return `${name}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax; HttpOnly${secure}`
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
