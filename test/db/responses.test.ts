import { beforeEach, describe, expect, it } from 'vitest'
import { DatabaseUnavailable, write } from '@/db/client'
import { makeFirstThings } from '@/db/installation/first-start'
import { recordResponse } from '@/db/responses/intake'
import type { Envelope } from '@/domain/envelope'
import { useTestDatabase } from '../helpers/database'
import { envelopeOf } from '../helpers/envelopes'
import { differences, lines } from '../helpers/recount'

useTestDatabase()

const day = 24 * 60 * 60 * 1000
const now = Date.UTC(2026, 10, 20, 3)
const record = (seed: string | number, changes: Partial<Envelope> = {}, at = now) =>
  recordResponse(envelopeOf(seed, now, changes), at)
const count = (sql: string) => lines(`select count(*) from ${sql}`)
const refusal = (...codes: string[]) => ({
  outcome: 'refused',
  problems: codes.map((code) => expect.objectContaining({ code })),
})

beforeEach(() => makeFirstThings(now))

describe('one response', () => {
  it('is stored with its place, day and answers, and counted', async () => {
    const answers = { q8: 5, q1: 'collect', comment: ' tốt ' }
    expect(await record(1, { door: 'desk-8', answers })).toEqual({ outcome: 'recorded' })
    expect(
      await lines(
        `select v.public_id, d.code, u.code, r.channel, r.mode, r.touchpoint, r.answered_on, r.half_month,
          r.clock_doubt, r.answers
        from responses r join survey_versions v on v.id = version_id join doors d on d.id = door_id
          join units u on u.id = r.unit_id`,
      ),
    ).toEqual([
      'desk-8@1 desk-8 office link self collect 2026-11-20 48645 0 {"q1":"collect","q8":5}',
    ])
    expect(
      await lines("select item, cell, level, n from tallies where slice = 'question'"),
    ).toEqual(
      expect.arrayContaining(['q8 5 0 1', 'q1 collect 5 1', 'q5 missing 5 1', 'q2 missing 0 1']),
    )
  })

  it('counts in the field that the person chose', async () => {
    await record(1, { door: 'sipas-22', answers: { overall: 3, s3: 'dat-dai' } })
    expect(
      await lines(
        "select f.code, t.cell, t.n from tallies t join fields f on f.id = t.item where slice = 'field'",
      ),
    ).toEqual(['dat-dai 3 1'])
  })
})

describe('repeated', () => {
  it('three hundred times at once is one response', async () => {
    const outcomes = await Promise.all(Array.from({ length: 300 }, () => record('same')))
    const recorded = outcomes.filter(({ outcome }) => outcome === 'recorded')
    expect(recorded.length).toBe(1)
    expect(outcomes.filter(({ outcome }) => outcome === 'replayed').length).toBe(299)
    expect(await count('responses')).toEqual(['1'])
    expect(await lines("select n from tallies where slice = 'total'")).toEqual(['1'])
  })

  it('is the same though sent later, and another when anything else differs', async () => {
    await record(1)
    const later = now + 3 * day
    expect(await record(1, { sentAt: later }, later)).toEqual({ outcome: 'replayed' })
    expect(await record(1, { answers: { comment: '  ', overall: 4 } })).toEqual({
      outcome: 'replayed',
    })
    const others: Partial<Envelope>[] = [
      { answers: { overall: 5 } },
      { locale: 'en' },
      { answeredAt: now - 4000 },
      { startedAt: now - 29_000 },
      { door: 'desk-8', answers: { q8: 4 } },
    ]
    for (const changes of others) expect(await record(1, changes)).toEqual({ outcome: 'conflict' })
    expect(await differences()).toEqual([])
    expect(await count('responses')).toEqual(['1'])
  })

  it('is answered before any other refusal', async () => {
    await record(1)
    await write(["update surveys set closed_at = 1 where code = 'kiosk-1'"])
    const muchLater = now + 200 * day
    const again = (changes: Partial<Envelope>) => record(1, changes, muchLater)
    // What is known of a door may be a second old.
    await new Promise((resolve) => setTimeout(resolve, 1050))
    expect(await again({ sentAt: muchLater })).toEqual({ outcome: 'replayed' })
    expect(await again({ answers: { overall: 9 } })).toEqual({ outcome: 'conflict' })
    expect(await again({ door: 'nowhere' })).toEqual({ outcome: 'conflict' })
    expect(await record(2, {}, muchLater)).toEqual(refusal('closed'))
  })
})

describe('refused', () => {
  it.each([
    ['an unknown door', { door: 'nowhere', surveyVersionId: 'kiosk-1@1' }, 'unknown-door'],
    ['an unknown version', { surveyVersionId: 'kiosk-1@2' }, 'unknown-version'],
    ['the version of another survey', { surveyVersionId: 'desk-8@1' }, 'unknown-version'],
    ['no answer', { answers: {} }, 'required'],
  ])('%s, and nothing changes', async (_, changes, code) => {
    expect(await record(1, changes)).toEqual(refusal(code))
    expect(await count('responses')).toEqual(['0'])
    expect(await count('tallies')).toEqual(['0'])
  })

  it('a device that does not show who it is', async () => {
    await write([
      `insert into doors (code, kind, channel, survey_id, unit_id, opened_at)
        select 'tablet', 'device', 'kiosk', survey_id, unit_id, 0 from doors where code = 'kiosk-1'`,
    ])
    const changes = { door: 'tablet', surveyVersionId: 'kiosk-1@1' }
    expect(await record(1, changes)).toEqual(refusal('device-required'))
    expect(await recordResponse(envelopeOf(1, now, changes), now, 'office')).toEqual({
      outcome: 'recorded',
    })
  })
})

describe('after closing', () => {
  const close = (at: number) =>
    write([{ sql: 'update survey_versions set closed_at = ?', args: [at] }])

  it('what was answered in time may come ninety days late', async () => {
    await close(now)
    const late = now + 89 * day
    expect(await record(1, { sentAt: late }, late)).toEqual({ outcome: 'recorded' })
    expect(await lines('select answered_on from responses')).toEqual(['2026-11-20'])
    const tooLate = now + 90 * day
    expect(await record(2, { sentAt: tooLate }, tooLate)).toEqual(refusal('closed'))
  })

  it('what was answered later is refused', async () => {
    await close(now - 10_000)
    expect(await record(1)).toEqual(refusal('closed'))
  })
})

it('a server whose clock lies before its own data asks to come again, and knows what it has', async () => {
  await record(1)
  const in2020 = Date.UTC(2020, 0, 2)
  await expect(record(2, {}, in2020)).rejects.toThrow(DatabaseUnavailable)
  expect(await record(1, {}, in2020)).toEqual({ outcome: 'replayed' })
  expect(await record(2)).toEqual({ outcome: 'recorded' })
})

it('a clock that cannot be believed counts on the day of arrival', async () => {
  await record(1, { answeredAt: now - 401 * day })
  await record(2, { answeredAt: now + day })
  expect(await lines('select answered_on, clock_doubt from responses')).toEqual([
    '2026-11-20 1',
    '2026-11-20 1',
  ])
})

it('ten thousand back-dated responses in any order give exact totals', async () => {
  const doors = ['kiosk-1', 'desk-8', 'sipas-22'] as const
  const expected = new Map<string, number>()
  const envelopes = Array.from({ length: 10_000 }, (_, i) => {
    const spread = (i * 7919) % 10_000
    const door = doors[i % 3] ?? 'kiosk-1'
    const level = 1 + (spread % 5)
    const answeredAt = now - Math.floor((spread / 10_000) * 390 * day) - 1000
    const key = `${new Date(answeredAt + 7 * 3600_000).toISOString().slice(0, 7)} ${level}`
    expected.set(key, (expected.get(key) ?? 0) + 1)
    const answers = door === 'desk-8' ? { q8: level, q1: 'ask' } : { overall: level }
    return envelopeOf(i, now, { door, answers, answeredAt, startedAt: answeredAt - 9000 })
  })
  const outcomes = await Promise.all(envelopes.map((envelope) => recordResponse(envelope, now)))
  expect(outcomes.every(({ outcome }) => outcome === 'recorded')).toBe(true)
  const months = await lines(
    `select printf('%04d-%02d', half_month / 24, half_month / 2 % 12 + 1) || ' ' || cell, sum(n) from tallies
      where slice = 'total' group by 1`,
  )
  expect(months.sort()).toEqual([...expected].map(([key, n]) => `${key} ${n}`).sort())
  expect(await differences()).toEqual([])
})
