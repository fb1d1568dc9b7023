import { env } from '@/lib/env'

/** Leads back to what was typed; never in the address, where it would stay in histories and logs. */
export const draftCookie = 'hl-draft'

const lifetime = 15 * 60

/** Tells the page of thanks that this browser has just sent the form; whose answers they are is not in it. */
export const sentCookie = 'hl-sent'

export const sentCookieHeader = (code: string): string => cookieHeader(sentCookie, code, '1')

/** Without a token it removes the cookie. */
export const draftCookieHeader = (code: string, token?: string): string =>
  cookieHeader(draftCookie, code, token)

/** A `Set-Cookie` for this survey's pages alone. */
function cookieHeader(name: string, code: string, value?: string): string {
  const parts = [
    `${name}=${value ?? ''}`,
    `Path=/s/${encodeURIComponent(code)}`,
    `Max-Age=${value ? lifetime : 0}`,
    'HttpOnly',
    'SameSite=Lax',
  ]
  return [...parts, ...(env().isHttps ? ['Secure'] : [])].join('; ')
}

/** The token in a request's cookies, if any. */
export const draftToken = (request: Request): string | undefined =>
  new RegExp(`(?:^|;\\s*)${draftCookie}=([\\w-]+)`).exec(request.headers.get('cookie') ?? '')?.[1]
