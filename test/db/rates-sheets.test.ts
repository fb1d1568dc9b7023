import { beforeEach, describe, expect, test } from 'vitest'
import { listUncoveredMonths } from '@/db/rates/uncovered'
import type { By } from '@/domain/figure'
import { monthPeriod } from '@/domain/period'
import type { Levels } from '@/domain/rate'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict, recordVisits, scopeAt } from '../helpers/district'
import {
  addSheet,
  addStatistics,
  autumn,
  october,
  readRates,
  visits,
} from '../helpers/province-figures'

useTestDatabase()
beforeEach(foundDistrict)

const levels: Levels = [1, 2, 3, 4, 30]

describe('tally sheets', () => {
  test('count with the responses: total, unit, channel, month, question', async () => {
    await recordVisits(visits(30))
    await addSheet(october, levels)
    const n = async (by: By, key: string) => {
      const row = (await readRates({}, by)).rows.find((one) => one.key === key)
      return row && 'n' in row ? row.n : row?.status
    }
    expect((await readRates({})).total).toMatchObject({ n: 70, levels: [1, 2, 3, 4, 60] })
    expect(await n('unit', 'xa-a')).toBe(70)
    expect([await n('channel', 'paper'), await n('channel', 'kiosk')]).toEqual([40, 30])
    expect(await n('month', '2026-10')).toBe(70)
    expect(await n('question', 'q8')).toBe(70)
    expect([await n('desk', 'xa-a/1'), await n('desk', 'xa-a/unknown')]).toEqual([30, 40])
    expect((await readRates({})).modes).toEqual([
      { key: 'self', n: 30 },
      { key: 'unknown', n: 40 },
    ])
  })

  test('only whole inside the period, else they are listed as left out', async () => {
    await addSheet(october, levels)
    const half = await readRates({ from: '2026-10-15', to: '2026-11-30' }, 'month')
    expect(half.total).toMatchObject({ status: 'none', n: 0 })
    expect(half.leftOut).toEqual([
      { kind: 'sheet', reason: 'not-whole', unit: 'xa-a', channel: 'paper', ...october },
    ])
  })

  test('a quarter counts in the total but in no month', async () => {
    await addSheet(autumn, levels)
    const { total, rows, leftOut } = await readRates({}, 'month')
    expect(total).toMatchObject({ n: 40 })
    expect(rows.map((row) => row.status)).toEqual(['none', 'none', 'none'])
    expect(leftOut).toMatchObject([{ kind: 'sheet', reason: 'longer-than-month', ...autumn }])
  })

  test('of another question feed that question alone', async () => {
    await addSheet(october, levels, { question: 'q4' })
    const { total, rows } = await readRates({}, 'question')
    expect(total.status).toBe('none')
    expect(rows.find((row) => row.key === 'q4')).toMatchObject({ n: 40, levels })
  })

  test('of another series are left out', async () => {
    await addSheet(october, levels, { version: 'kiosk-1@1', question: 'overall' })
    const rated = { survey: 'kiosk-1', version: 2, answers: { overall: 4 } } as const
    await recordVisits(visits(30, rated))
    const { total, leftOut } = await readRates({ survey: 'kiosk-1' })
    expect(total).toMatchObject({ n: 30 })
    expect(leftOut).toMatchObject([{ kind: 'sheet', reason: 'other-series' }])
  })
})

describe('tally sheets that say how many forms were handed out', () => {
  const november = monthPeriod('2026-11')
  const forms = async (view = {}) =>
    (await readRates(view)).channels.find(({ key }) => key === 'paper')

  test('give the response rate of their channel', async () => {
    await recordVisits(visits(30))
    await addSheet(october, levels, { handedOut: 100, returned: 50, invalid: 10 })
    await addSheet(november, levels, { unit: 'xa-b', handedOut: 80, returned: 60 })
    expect(await forms()).toEqual({
      ...{ key: 'paper', n: 80 },
      forms: { handedOut: 180, returned: 110, invalid: null },
    })
    expect(await forms(october)).toEqual({
      ...{ key: 'paper', n: 40 },
      forms: { handedOut: 100, returned: 50, invalid: 10 },
    })
  })

  test('give none where another sheet of the channel does not say', async () => {
    await addSheet(october, levels, { handedOut: 100 })
    await addSheet(november, levels)
    expect(await forms()).toEqual({ key: 'paper', n: 80 })
    expect(await forms(october)).toHaveProperty('forms')
  })

  test('give none where responses of the channel are on no sheet', async () => {
    await addSheet(october, levels, { channel: 'kiosk', handedOut: 100 })
    const kiosk = async () => (await readRates({})).channels.find(({ key }) => key === 'kiosk')
    expect(await kiosk()).toHaveProperty('forms')
    await recordVisits(visits(30))
    expect(await kiosk()).toEqual({ key: 'kiosk', n: 70 })
  })

  test('give none where the number of their people is hidden', async () => {
    await addSheet(october, [0, 0, 0, 1, 2], { handedOut: 100, returned: 3 })
    await recordVisits(visits(30))
    expect(await forms()).toEqual({ key: 'paper' })
  })
})

describe('coverage', () => {
  test('against dossiers resolved in exactly this period', async () => {
    await recordVisits(visits(30))
    await addStatistics('xa-a', october, 120)
    expect((await readRates(october)).coverage).toEqual({ status: 'ok', n: 30, dossiers: 120 })
    expect((await readRates({})).coverage).toEqual({ status: 'no-statistics' })
    await addStatistics('xa-a', monthPeriod('2026-09'), 80)
    await addStatistics('xa-a', monthPeriod('2026-11'), 50)
    expect((await readRates({})).coverage).toEqual({ status: 'ok', n: 30, dossiers: 250 })
  })

  test('over 100% is said, not clipped', async () => {
    await recordVisits(visits(30))
    await addStatistics('xa-a', october, 20)
    expect((await readRates(october)).coverage).toEqual({ status: 'over', n: 30, dossiers: 20 })
  })

  test('every unit with responses needs its statistics', async () => {
    await recordVisits([...visits(30), ...visits(30, { unit: 'xa-b' })])
    await addStatistics('xa-a', october, 120)
    expect((await readRates(october)).coverage).toEqual({ status: 'no-statistics' })
    const { rows } = await readRates(october, 'unit')
    expect(rows.map((row) => row.coverage?.status)).toEqual(['ok', 'no-statistics'])
  })

  test('says which months a unit with responses or statistics lacks', async () => {
    const view = { unit: 'tinh', survey: 'desk-8', ...autumn, locale: 'vi' } as const
    const lacking = async () => await listUncoveredMonths(await scopeAt('tinh'), view)
    await recordVisits(visits(30))
    expect(await lacking()).toEqual([{ first: '2026-09', last: '2026-11' }])
    await addStatistics('xa-a', october, 120)
    await addStatistics('xa-b', { from: '2026-09-01', to: '2026-10-31' }, 10)
    expect(await lacking()).toEqual([
      { first: '2026-09', last: '2026-09' },
      { first: '2026-11', last: '2026-11' },
    ])
    for (const month of ['2026-09', '2026-11']) {
      await addStatistics('xa-a', monthPeriod(month), 80)
    }
    await addStatistics('xa-b', monthPeriod('2026-11'), 10)
    expect(await lacking()).toEqual([])
  })
})
