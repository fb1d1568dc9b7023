import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge } from '@/lib/outbox-delivery'
import { isDue, nextTurn } from '@/lib/outbox-schedule'
import { makeResponseId } from '@/lib/response-id'

const now = Date.UTC(2026, 10, 23)
const none = new Headers()

describe('an answer of the server', () => {
  it('removes an item only as a 2xx of ours', () => {
    expect(judge(201, none, { id: 'a' }, now, 'a').outcome).toBe('accepted')
    expect(judge(200, none, { id: 'a' }, now, 'a').outcome).toBe('accepted')
    // A captive portal says 200 and shows its own page, or its own JSON.
    for (const other of [undefined, {}, { id: 'b' }, []]) {
      expect(judge(200, none, other, now, 'a').outcome).toBe('later')
    }
  })

  it('refuses for good only what another try cannot mend', () => {
    for (const status of [400, 404, 409, 410, 413, 415, 422]) {
      expect(judge(status, none, { problems: [] }, now, 'a').outcome).toBe('refused')
      expect(judge(status, none, undefined, now, 'a').outcome).toBe('later')
    }
    for (const status of [401, 403, 408, 425, 429, 500, 502, 503]) {
      expect(judge(status, none, { problems: [] }, now, 'a').outcome).toBe('later')
    }
  })

  it('gives its reasons in words', () => {
    const json = { problems: [{ code: 'closed', message: 'Đã đóng.' }, { code: 'x' }, null] }
    expect(judge(410, none, json, now, 'a')).toEqual({
      outcome: 'refused',
      status: 410,
      reasons: ['Đã đóng.'],
    })
  })

  it('is heeded when it asks to wait, for an hour at most', () => {
    const held = (value: string) => {
      const delivery = judge(503, new Headers({ 'retry-after': value }), undefined, now, 'a')
      return delivery.outcome === 'later' && delivery.heldUntil - now
    }
    expect(held('7')).toBe(7_000)
    expect(held(new Date(now + 60_000).toUTCString())).toBe(60_000)
    expect(held('999999999')).toBe(60 * 60_000)
    expect(held('soon')).toBe(-now)
  })
})

describe('the next turn', () => {
  const first = { attempts: 0, nextTryAt: 0, heldUntil: 0 }

  it('doubles its wait up to five minutes, half of it by chance', () => {
    expect(nextTurn(first, now, 0, 0).nextTryAt - now).toBe(1_000)
    expect(nextTurn(first, now, 0, 1).nextTryAt - now).toBe(2_000)
    expect(nextTurn({ ...first, attempts: 3 }, now, 0, 1).nextTryAt - now).toBe(16_000)
    expect(nextTurn({ ...first, attempts: 500 }, now, 0, 1).nextTryAt - now).toBe(300_000)
  })

  it('comes at once when something changed, unless the server asked to wait', () => {
    const failed = nextTurn(first, now, 0)
    expect(isDue(failed, now, false)).toBe(false)
    expect(isDue(failed, now, true)).toBe(true)
    const held = nextTurn(first, now, now + 60_000)
    expect(isDue(held, now, true)).toBe(false)
    expect(isDue(held, now + 60_000, false)).toBe(true)
  })

  it('is not lost when the clock is set back', () => {
    const failed = nextTurn(first, now, 0)
    expect(isDue(failed, now - 2 * 365 * 24 * 3_600_000, false)).toBe(true)
  })
})

describe('the id of a response', () => {
  it('is a UUID of version 7 that sorts by time', () => {
    const instants = fc.integer({ min: 0, max: 2 ** 47 })
    fc.assert(
      fc.property(instants, instants, (one, other) => {
        const [a, b] = [makeResponseId(one), makeResponseId(other)]
        expect(a).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        expect(a).not.toBe(b)
        if (one < other) expect(a < b).toBe(true)
      }),
    )
  })
})
