import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { isPin, makePinLock, tryPin, waitOf } from '@/lib/pin'
import { sha256 } from '@/lib/sha256'

const now = Date.UTC(2026, 10, 23)

describe('our own SHA-256', () => {
  test('agrees with that of Node for every length about a block', () => {
    for (let length = 0; length < 200; length++) {
      const message = new Uint8Array(length).map((_, place) => (place * 7) % 256)
      const expected = createHash('sha256').update(message).digest('hex')
      expect(Buffer.from(sha256(message)).toString('hex')).toBe(expected)
    }
  })
})

describe('the PIN of the staff', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('has six to twelve digits', () => {
    expect(['123456', '123456789012'].every(isPin)).toBe(true)
    expect(['12345', '1234567890123', '12345a', ''].some(isPin)).toBe(false)
  })

  test('opens, and is kept only as a salted hash', async () => {
    const lock = await makePinLock('246810')
    expect(lock.method).toBe('pbkdf2')
    expect(JSON.stringify(lock)).not.toContain('246810')
    expect((await makePinLock('246810')).hash).not.toBe(lock.hash)
    expect((await tryPin(lock, '246810', now)).isRight).toBe(true)
    expect((await tryPin(lock, '246811', now)).isRight).toBe(false)
  })

  test('works over plain http, where the browser has no PBKDF2', async () => {
    vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(7) })
    const lock = await makePinLock('246810')
    expect(lock.method).toBe('plain')
    expect((await tryPin(lock, '246810', now)).isRight).toBe(true)
    expect((await tryPin(lock, '000000', now)).isRight).toBe(false)
  })

  test('is slower after five errors, whatever the clock does', async () => {
    let lock = { ...(await makePinLock('246810')), errors: 4 }
    lock = (await tryPin(lock, '000000', now)).lock
    expect(waitOf(lock, now)).toBe(30_000)
    expect((await tryPin(lock, '246810', now)).isRight).toBe(false)
    lock = (await tryPin(lock, '000000', now + 30_000)).lock
    expect(waitOf(lock, now + 30_000)).toBe(60_000)
    expect(waitOf(lock, now - 3 * 365 * 24 * 3_600_000)).toBe(15 * 60_000)
    // Set back by years, it opens after its longest wait and not when the clock has caught up.
    const early = now - 3 * 365 * 24 * 3_600_000
    const set = (await tryPin(lock, '246810', early)).lock
    expect((await tryPin(set, '246810', early + 15 * 60_000)).isRight).toBe(true)
    const opened = await tryPin(lock, '246810', now + 90_000)
    expect(opened).toMatchObject({ isRight: true, lock: { errors: 0, lockedUntil: 0 } })
  })
})
