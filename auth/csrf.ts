import 'server-only'
import { createHash } from 'node:crypto'
import { cookies } from 'next/headers'
import { env } from '@/lib/env'
import { cookieNames } from './cookies'

/**
 * The token that the sign-in form must send along, from next-auth's cookie `token|hash`; null where
 * the browser has none yet or one made with another secret.
 */
export async function csrfToken(): Promise<string | null> {
  const cookie = (await cookies()).get(cookieNames().csrf)?.value
  const [token, hash] = cookie?.split('|') ?? []
  if (!token || !hash) return null
  const expected = createHash('sha256').update(`${token}${env().authSecret}`).digest('hex')
  return hash === expected ? token : null
}
