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

  it('an answer given nobody knows when is refused only when the ninety days are over', () => {
    const arrivals = [noon - 1, noon, noon + 11 * day, noon + 100 * day - 1, noon + 100 * day]
    expect(arrivals.map((at) => isAccepted([survey, forever], null, at))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
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

describe('the corrected time of a device that knew how far its clock was off', () => {
  const years = 7 * 365 * day
  const [right, doubtful] = [false, true]
  // Answered, sent and arrived at noon, an hour and a second later, unless it says otherwise; clocks as the case has it.
  const sent = noon + 3_600_000
  const base = { answeredAt: noon, sentAt: sent, receivedAt: sent + 1000, openedAt: noon - day }

  it.each([
    ['the clock is right', { clockOffset: 0 }, noon, right],
    [
      'it lives in 2019 and still does when it sends',
      { answeredAt: noon - years, sentAt: sent - years, clockOffset: years },
      noon,
      right,
    ],
    [
      'it lived in 2019 and was set right before it sent',
      { answeredAt: noon - years, clockOffset: years },
      noon,
      right,
    ],
    [
      'it was a day ahead and was set right before it sent',
      { answeredAt: noon + day, clockOffset: -day },
      noon,
      right,
    ],
    [
      'it fell back to 2019 after it had last asked',
      { answeredAt: noon - years, clockOffset: 0 },
      sent + 1000,
      doubtful,
    ],
    [
      'it jumped a day ahead after it had last asked',
      { answeredAt: noon + day, clockOffset: 0 },
      sent + 1000,
      doubtful,
    ],
    ['it answered before its door began', { clockOffset: -2 * day }, sent + 1000, doubtful],
    [
      'the offset is uncertain by a second, and it sends at once',
      { answeredAt: sent, clockOffset: 1500 },
      sent + 1000,
      right,
    ],
  ])('when %s', (_, changes, at, isDoubtful) => {
    expect(correctedTime({ ...base, ...changes })).toEqual({ at, isDoubtful })
  })

  it.each([
    ['it lives in 2019 and still does', { answeredAt: noon - years, sentAt: sent - years }, noon],
    ['it is a day ahead and still is', { answeredAt: noon + day, sentAt: sent + day }, noon],
  ])('without an offset, the sending tells: %s', (_, changes, at) => {
    const { at: found, isDoubtful } = correctedTime({ ...base, ...changes, clockOffset: null })
    expect([Math.abs(found - at) <= 1000, isDoubtful]).toEqual([true, false])
  })

  it.each([
    ['2019', -years],
    ['tomorrow', day],
  ])('without an offset, and set right before it sent from %s, it is the arrival', (_, off) => {
    const moments = { ...base, answeredAt: noon + off, clockOffset: null }
    expect(correctedTime(moments)).toEqual({ at: sent + 1000, isDoubtful: true })
  })
})
