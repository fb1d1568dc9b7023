import { sha256 } from './sha256'

/**
 * The staff's PIN as kept on the tablet. It keeps citizens out of the panel; it is no secret worth an attack, because
 * whoever can read it can also read the queue. `plain` is for pages over plain http, which lack the browser's PBKDF2.
 */
export type PinLock = Readonly<{
  method: 'pbkdf2' | 'plain'
  salt: string
  hash: string
  errors: number
  /** No try before this, by the tablet's clock. */
  lockedUntil: number
}>

const rounds = { pbkdf2: 310_000, plain: 5_000 } as const
const freeErrors = 5
const firstWait = 30_000
const longestWait = 15 * 60_000

export const isPin = (text: string) => /^\d{6,12}$/.test(text)

/** Makes the lock for a new PIN. */
export async function makePinLock(pin: string): Promise<PinLock> {
  const method = 'subtle' in crypto && crypto.subtle ? 'pbkdf2' : 'plain'
  const salt = toHex(crypto.getRandomValues(new Uint8Array(16)))
  return { method, salt, hash: await hashPin(pin, salt, method), errors: 0, lockedUntil: 0 }
}

/** Tries a PIN: the lock as it must be stored from now on, and whether the PIN was right. */
export async function tryPin(
  lock: PinLock,
  pin: string,
  now: number,
): Promise<Readonly<{ isRight: boolean; lock: PinLock }>> {
  const left = waitOf(lock, now)
  // Kept anew: after the clock was set back the wait must not last until it has caught up.
  if (left > 0) return { isRight: false, lock: { ...lock, lockedUntil: now + left } }
  const isRight = (await hashPin(pin, lock.salt, lock.method)) === lock.hash
  if (isRight) return { isRight, lock: { ...lock, errors: 0, lockedUntil: 0 } }
  const errors = lock.errors + 1
  const over = errors - freeErrors
  const wait = over < 0 ? 0 : Math.min(longestWait, firstWait * 2 ** over)
  return { isRight, lock: { ...lock, errors, lockedUntil: wait > 0 ? now + wait : 0 } }
}

/** Milliseconds until the next try. One further ahead than any wait of ours comes of a clock set back. */
export function waitOf({ lockedUntil }: PinLock, now: number): number {
  const wait = lockedUntil - now
  return wait > 0 ? Math.min(wait, longestWait) : 0
}

async function hashPin(pin: string, salt: string, method: PinLock['method']): Promise<string> {
  const bytes = fromText(`${salt}:${pin}`)
  if (method === 'plain') {
    let hash = sha256(bytes)
    for (let round = 1; round < rounds.plain; round++) hash = sha256(hash)
    return toHex(hash)
  }
  const key = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits'])
  const salted = {
    name: 'PBKDF2',
    hash: 'SHA-256',
    iterations: rounds.pbkdf2,
    salt: fromText(salt),
  }
  return toHex(new Uint8Array(await crypto.subtle.deriveBits(salted, key, 256)))
}

const fromText = (text: string) => new TextEncoder().encode(text)

const toHex = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
