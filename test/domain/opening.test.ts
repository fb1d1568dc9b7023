import { describe, expect, it } from 'vitest'
import { correctedTime } from '@/domain/clock'
import { isAccepted, isOpenAt } from '@/domain/opening'

const day = 24 * 60 * 60 * 1000
const noon = Date.UTC(2026, 5, 15, 5)

describe('open at a moment', () => {
  const survey = { openedAt: noon, closedAt: noon + 10 * day }
  const forever = { openedAt: 0, closedAt: null }

  it('from the opening on, before the closing', () => {
    const moments = [noon - 1, noon, noon + 10 * day - 1, noon + 10 * day]
    expect(moments.map((at) => isOpenAt([survey, forever], at))).toEqual([false, true, true, false])
  })

  it('an answer given in time may be ninety days late', () => {
    const answered = noon + 9 * day
    expect(isAccepted([survey, forever], answered, noon + 100 * day - 1)).toBe(true)
    expect(isAccepted([survey, forever], answered, noon + 100 * day)).toBe(false)
    expect(isAccepted([survey, forever], noon + 10 * day, noon + 11 * day)).toBe(false)
  })
})

describe('the corrected time', () => {
  const moments = { answeredAt: noon, sentAt: noon, receivedAt: noon, openedAt: 0 }
  const corrected = (changes: Partial<typeof moments>) => correctedTime({ ...moments, ...changes })

  it('is what the device says when its clock is right, however late it sends', () => {
    const later = noon + 30 * day
    expect(corrected({ sentAt: later, receivedAt: later + 900 })).toEqual({
      at: noon,
      isDoubtful: false,
    })
  })

  it('undoes a clock that is off', () => {
    const twoYears = 2 * 365 * day
    const slow = { answeredAt: noon - twoYears, sentAt: noon - twoYears + 60_000 }
    expect(corrected({ ...slow, receivedAt: noon + 60_000 })).toEqual({
      at: noon,
      isDoubtful: false,
    })
    const fast = { answeredAt: noon + day, sentAt: noon + day + 60_000 }
    expect(corrected({ ...fast, receivedAt: noon + 60_000 })).toEqual({
      at: noon,
      isDoubtful: false,
    })
  })

  it.each([
    ['after its arrival', { answeredAt: noon + 1000 }],
    ['before the door began', { openedAt: noon + 1, receivedAt: noon + 60_000 }],
    ['more than 400 days ago', { answeredAt: noon - 401 * day }],
  ])('is the arrival, in doubt, for an answer %s', (_, changes) => {
    const receivedAt = 'receivedAt' in changes ? changes.receivedAt : noon
    expect(corrected(changes)).toEqual({ at: receivedAt, isDoubtful: true })
  })
})
