import { env } from '@/lib/env'

const name = 'hl-password-link'
const seconds = 10 * 60

/**
 * Carries the secret of a link that was just made to the page that shows it, and nowhere else: it must not stand in the
 * address, and the database only has its hash.
 */
export function linkCookieHeader(token: string): string {
  const secure = env().isHttps ? '; Secure' : ''
  return `${name}=${token}; Path=/dashboard/people; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`
}

export const linkCookieName = name
