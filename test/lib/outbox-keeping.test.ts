import { describe, expect, it } from 'vitest'
import { fateOf } from '@/lib/outbox-keeping'

const hour = 60 * 60 * 1000
const now = Date.UTC(2026, 10, 23, 12)

describe('the copy of a confirmed response', () => {
  it('is kept for 24 hours of the server’s clock and then forgotten', () => {
    expect(fateOf(now, now)).toBe('keep')
    expect(fateOf(now - 24 * hour, now)).toBe('keep')
    expect(fateOf(now - 24 * hour - 1, now)).toBe('forget')
  })

  it('counts from now on where its time is unknown or lies ahead', () => {
    expect(fateOf(undefined, now)).toBe('stamp')
    expect(fateOf(now + 1, now)).toBe('stamp')
  })
})
