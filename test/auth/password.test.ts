import { describe, expect, it } from 'vitest'
import { hashPassword, PasswordQueueFull, verifyPassword } from '@/auth/password'
import { checkPassword, makePassword } from '@/auth/password-rules'

describe('passwords', () => {
  it('are kept as argon2id with 64 MiB and three passes, salted', async () => {
    const [one, other] = await Promise.all([hashPassword('câu dài'), hashPassword('câu dài')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    expect(one).not.toBe(other)
  })

  it('fit only themselves, however their letters were composed', async () => {
    const kept = await hashPassword('một câu dễ nhớ')
    expect(await verifyPassword(kept, 'một câu dễ nhớ'.normalize('NFD'))).toBe(true)
    expect(await verifyPassword(kept, 'một câu dễ nhơ')).toBe(false)
  })

  it('never fit a person who does not exist, after the same work', async () => {
    const kept = await hashPassword('một câu dễ nhớ')
    const known = await duration(() => verifyPassword(kept, 'sai mật khẩu'))
    const unknown = await duration(() => verifyPassword(undefined, 'sai mật khẩu'))
    expect(await verifyPassword(undefined, '')).toBe(false)
    expect(unknown).toBeGreaterThan(known / 4)
  })

  it('are refused when the queue is full, and checked again afterwards', async () => {
    const kept = await hashPassword('một câu dễ nhớ')
    const all = await Promise.allSettled(
      Array.from({ length: 80 }, () => verifyPassword(kept, 'sai mật khẩu')),
    )
    const refused = all.filter((one) => one.status === 'rejected')
    expect(refused).toHaveLength(14)
    expect(refused[0]?.reason).toBeInstanceOf(PasswordQueueFull)
    expect(await verifyPassword(kept, 'một câu dễ nhớ')).toBe(true)
  })
})

describe('the rules for a new password', () => {
  it('ask for 15 letters, counted as a person counts them, and nothing else', () => {
    expect(checkPassword('a'.repeat(14))).toMatchObject({ problems: [{ code: 'password-short' }] })
    expect(checkPassword('a'.repeat(15)).ok).toBe(true)
    expect(checkPassword('ế'.repeat(14).normalize('NFD')).ok).toBe(false)
    expect(checkPassword('a'.repeat(257))).toMatchObject({ problems: [{ code: 'password-long' }] })
  })

  it('are met by a made one, which is never the same', () => {
    const made = Array.from({ length: 50 }, makePassword)
    expect(new Set(made).size).toBe(50)
    for (const one of made) {
      expect(one).toMatch(/^([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/)
      expect(checkPassword(one).ok).toBe(true)
    }
  })
})

async function duration(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
