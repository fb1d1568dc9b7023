import { codeLifetime } from '@/domain/enrolment'
import { env } from '@/lib/env'

const name = 'hl-enrolment-code'

/**
 * Carries a code that was just made to the pages that show it, among the devices and in the set-up: it must not stand in the address, and
 * the database only has its hash.
 */
export function codeCookieHeader(code: string): string {
  const seconds = codeLifetime / 1000
  const secure = env().isHttps ? '; Secure' : ''
  return `${name}=${code}; Path=/dashboard; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`
}

export const codeCookieName = name
