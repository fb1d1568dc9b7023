import { codeLifetime } from '@/domain/enrolment'
import { env } from '@/lib/env'

const name = 'hl-enrolment-code'

/**
 * Carries a code that was just made to the page that shows it, and nowhere else: it must not stand in the address, and
 * the database only has its hash.
 */
export function codeCookieHeader(code: string): string {
  const seconds = codeLifetime / 1000
  const secure = env().isHttps ? '; Secure' : ''
  return `${name}=${code}; Path=/dashboard/devices; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`
}

export const codeCookieName = name
