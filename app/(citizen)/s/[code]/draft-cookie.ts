import { env } from '@/lib/env'

/** Leads back to what was typed; never in the address, where it would stay in histories and logs. */
export const draftCookie = 'hl-draft'

const lifetime = 15 * 60

/** A `Set-Cookie` for this survey's pages alone; without a token it removes the cookie. */
export function draftCookieHeader(code: string, token?: string): string {
  const parts = [
    `${draftCookie}=${token ?? ''}`,
    `Path=/s/${encodeURIComponent(code)}`,
    `Max-Age=${token ? lifetime : 0}`,
    'HttpOnly',
    'SameSite=Lax',
  ]
  return [...parts, ...(env().isHttps ? ['Secure'] : [])].join('; ')
}

/** The token in a request's cookies, if any. */
export const draftToken = (request: Request): string | undefined =>
  new RegExp(`(?:^|;\\s*)${draftCookie}=([\\w-]+)`).exec(request.headers.get('cookie') ?? '')?.[1]
