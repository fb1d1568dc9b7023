import { describe, expect, it } from 'vitest'
import { Attempts } from '@/auth/attempts'

const start = 1_700_000_000_000

describe('wrong passwords', () => {
  it('slow the next try down, up to four seconds and never more', () => {
    const attempts = new Attempts()
    const delays = Array.from({ length: 12 }, () => attempts.begin('a@xa.gov.vn', start).delay)
    expect(delays).toEqual([0, 0, 0, 250, 500, 1000, 2000, 4000, 4000, 4000, 4000, 4000])
  })

  it('of one person do not slow another', () => {
    const attempts = new Attempts()
    for (let i = 0; i < 10; i++) attempts.begin('a@xa.gov.vn', start)
    expect(attempts.begin('b@xa.gov.vn', start).delay).toBe(0)
  })

  it('are forgotten after the right one, and after a quarter of an hour', () => {
    const attempts = new Attempts()
    for (let i = 0; i < 10; i++) attempts.begin('a@xa.gov.vn', start)
    expect(attempts.begin('a@xa.gov.vn', start + 15 * 60_000).delay).toBe(0)
    for (let i = 0; i < 10; i++) attempts.begin('a@xa.gov.vn', start)
    attempts.succeed('a@xa.gov.vn')
    expect(attempts.begin('a@xa.gov.vn', start).delay).toBe(0)
  })

  it('are remembered for ten thousand e-mails at most', () => {
    const attempts = new Attempts()
    for (let i = 0; i < 10_500; i++) attempts.begin(`${i}@xa.gov.vn`, start)
    expect(attempts.size).toBe(10_000)
  })
})
