import { beforeEach, describe, expect, it } from 'vitest'
import { write } from '@/db/client'
import { recordResponse } from '@/db/responses/intake'
import type { Envelope } from '@/domain/envelope'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict } from '../helpers/district'
import { envelopeOf } from '../helpers/envelopes'
import { differences, lines } from '../helpers/recount'
import { enrolAt } from '../helpers/tablet'

useTestDatabase()
beforeEach(foundDistrict)

const day = 86_400_000
const now = arrival
const enrolled = now - 10 * day
const twoDaysAgo = now - 2 * day
const sevenYears = 7 * 365 * day

/** A tablet of commune A that has stood there for ten days sends what it has now. */
async function sendFromTablet(changes: Partial<Envelope>) {
  const { credential, doors } = await enrolAt({ unit: 'xa-a' }, enrolled)
  const door = doors[0] ?? ''
  const envelope = envelopeOf(1, now, { door, surveyVersionId: 'kiosk-1@2', ...changes })
  return recordResponse(envelope, now, { credential })
}
const stored = () =>
  lines('select answered_on, clock_doubt, clock_offset is not null from responses')

// Answered two days ago, on 18/11/2026, by a clock that was off.
describe('an answer of a tablet counts', () => {
  it.each([
    ['in 2019, offset known, still there', -sevenYears, -sevenYears, sevenYears, '2026-11-18 0 1'],
    ['in 2019, offset known, set right since', -sevenYears, 0, sevenYears, '2026-11-18 0 1'],
    ['in 2019, offset unknown, still there', -sevenYears, -sevenYears, null, '2026-11-18 0 0'],
    ['in 2019, offset unknown, set right since', -sevenYears, 0, null, '2026-11-20 1 0'],
    ['fallen back to 2019 since it last asked', -sevenYears, -sevenYears, 0, '2026-11-20 1 1'],
    ['a week ahead, offset known, still there', 7 * day, 7 * day, -7 * day, '2026-11-18 0 1'],
    ['a week ahead, offset unknown, still there', 7 * day, 7 * day, null, '2026-11-18 0 0'],
    ['a week ahead, offset unknown, set right since', 7 * day, 0, null, '2026-11-20 1 0'],
    ['right, offset known', 0, 0, 0, '2026-11-18 0 1'],
    ['before its door began', -9 * day, 0, null, '2026-11-20 1 0'],
  ])('with a clock that is %s', async (_, answeredOff, sentOff, clockOffset, expected) => {
    const times = { answeredAt: twoDaysAgo + answeredOff, sentAt: now + sentOff }
    expect(await sendFromTablet({ ...times, clockOffset })).toEqual({ outcome: 'recorded' })
    expect(await stored()).toEqual([expected])
    expect(await differences()).toEqual([])
  })

  it('on its day after months without a network, and once, though it comes again', async () => {
    const { credential, doors } = await enrolAt({ unit: 'xa-a' }, now - 200 * day)
    const answeredAt = now - 100 * day
    const content = { door: doors[0] ?? '', surveyVersionId: 'kiosk-1@2', answeredAt }
    const envelope = envelopeOf(1, now, { ...content, clockOffset: 0 })
    const sendAfter = (days: number) => {
      const sentAt = now + days * day
      return recordResponse({ ...envelope, sentAt }, sentAt, { credential })
    }
    expect(await sendAfter(0)).toEqual({ outcome: 'recorded' })
    expect(await sendAfter(92)).toEqual({ outcome: 'replayed' })
    expect(await stored()).toEqual(['2026-08-12 0 1'])
    expect(await differences()).toEqual([])
  })

  it('once, whatever offset a second sending carries', async () => {
    const { credential, doors } = await enrolAt({ unit: 'xa-a' }, enrolled)
    const envelope = envelopeOf(1, now, { door: doors[0] ?? '', surveyVersionId: 'kiosk-1@2' })
    const send = (clockOffset?: number) =>
      recordResponse({ ...envelope, clockOffset }, now, { credential })
    expect(await send(0)).toEqual({ outcome: 'recorded' })
    expect([await send(5), await send()]).toEqual(Array(2).fill({ outcome: 'replayed' }))
    expect(await stored()).toEqual(['2026-11-20 0 1'])
  })
})

describe('after its survey has closed', () => {
  const closeAt = (at: number) =>
    write([{ sql: "update surveys set closed_at = ? where code = 'kiosk-1'", args: [at] }])

  it('what nobody can date is taken in for ninety days', async () => {
    await closeAt(now - day)
    const lost = { answeredAt: twoDaysAgo - sevenYears, sentAt: now }
    expect(await sendFromTablet(lost)).toEqual({ outcome: 'recorded' })
    expect(await stored()).toEqual(['2026-11-20 1 0'])
  })

  it('what was answered later is refused', async () => {
    await closeAt(now - 3 * day)
    expect(await sendFromTablet({ answeredAt: twoDaysAgo, clockOffset: 0 })).toMatchObject({
      problems: [{ code: 'closed' }],
    })
  })
})
