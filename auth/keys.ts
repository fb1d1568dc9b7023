import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'
import { env } from '@/lib/env'

/** What a key is for: each has its own, so that nothing made for one fits another. */
export type Purpose = 'throttle' | 'known-browser' | 'second-factor' | 'shown-codes'

/** A key of this installation, derived from the secret of the sign-in. */
export function keyFor(purpose: Purpose): Buffer {
  const { authSecret } = env()
  if (!authSecret) throw new Error('There is no secret yet: the first start has not run.')
  return Buffer.from(hkdfSync('sha256', authSecret, '', `hai-long ${purpose}`, 32))
}

export const keyedHash = (purpose: Purpose, text: string): string =>
  createHmac('sha256', keyFor(purpose)).update(text).digest('base64url')
