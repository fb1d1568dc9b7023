import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  contains,
  firstDayOf,
  formatDay,
  halfMonthOf,
  halfMonthsOf,
  isDay,
  lastDayOf,
  localDay,
  monthPeriod,
  monthsOf,
  overlaps,
  periodOf,
  previousPeriod,
  shiftDay,
  tiles,
} from '@/domain/period'
import { type PresetKind, presetCount, presetPeriod } from '@/domain/period-preset'

const halfMonth = fc.integer({ min: halfMonthOf('1990-01-01'), max: halfMonthOf('2199-12-31') })

describe('local day', () => {
  test.each([
    ['2026-03-14T16:59:59.999Z', '2026-03-14'],
    ['2026-03-14T17:00:00.000Z', '2026-03-15'],
    ['2025-12-31T17:00:00.000Z', '2026-01-01'],
  ])('%s is %s in Vietnam', (instant, day) => {
    expect(localDay(Date.parse(instant))).toBe(day)
  })

  test.each([
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-01', false],
    ['1989-12-31', false],
    ['2026-01-01 ', false],
    ['', false],
  ])('%s is a day: %s', (text, answer) => {
    expect(isDay(text)).toBe(answer)
  })

  test('printed as official papers do', () => {
    expect(formatDay('2026-03-14')).toBe('14/03/2026')
  })
})

describe('half-months', () => {
  test('tile the calendar without gap or overlap', () => {
    fc.assert(
      fc.property(halfMonth, (index) => {
        expect(halfMonthOf(firstDayOf(index))).toBe(index)
        expect(halfMonthOf(lastDayOf(index))).toBe(index)
        expect(shiftDay(lastDayOf(index), 1)).toBe(firstDayOf(index + 1))
      }),
    )
  })

  test('the index is (year·12 + month − 1)·2, and one more from the 15th', () => {
    expect(halfMonthOf('2026-03-14')).toBe((2026 * 12 + 2) * 2)
    expect(halfMonthOf('2026-03-15')).toBe((2026 * 12 + 2) * 2 + 1)
  })

  test('only unions of half-months have them', () => {
    expect(halfMonthsOf({ from: '2025-12-15', to: '2026-03-14' })).toEqual({
      first: halfMonthOf('2025-12-15'),
      last: halfMonthOf('2026-03-14'),
    })
    expect(halfMonthsOf({ from: '2026-01-01', to: '2026-02-28' })).not.toBeNull()
    expect(halfMonthsOf({ from: '2024-02-01', to: '2024-02-28' })).toBeNull()
    expect(halfMonthsOf({ from: '2026-01-02', to: '2026-01-31' })).toBeNull()
    expect(halfMonthsOf({ from: '2026-02-01', to: '2026-01-31' })).toBeNull()
  })

  test('there and back', () => {
    fc.assert(
      fc.property(halfMonth, fc.nat(40), (first, more) => {
        const halves = { first, last: first + more }
        expect(halfMonthsOf(periodOf(halves))).toEqual(halves)
      }),
    )
  })
})

describe('periods that are reported on', () => {
  test.each([
    ['decree', 'quarter', 1, '2025-12-15', '2026-03-14'],
    ['decree', 'quarter', 2, '2026-03-15', '2026-06-14'],
    ['decree', 'quarter', 3, '2026-06-15', '2026-09-14'],
    ['decree', 'quarter', 4, '2026-09-15', '2026-12-14'],
    ['decree', 'month', 1, '2025-12-15', '2026-01-14'],
    ['decree', 'month', 3, '2026-02-15', '2026-03-14'],
    ['decree', 'half-year', 1, '2025-12-15', '2026-06-14'],
    ['decree', 'nine-months', 1, '2025-12-15', '2026-09-14'],
    ['decree', 'year', 1, '2025-12-15', '2026-12-14'],
    ['calendar', 'month', 2, '2026-02-01', '2026-02-28'],
    ['calendar', 'quarter', 4, '2026-10-01', '2026-12-31'],
    ['calendar', 'half-year', 2, '2026-07-01', '2026-12-31'],
    ['calendar', 'nine-months', 1, '2026-01-01', '2026-09-30'],
    ['calendar', 'year', 1, '2026-01-01', '2026-12-31'],
  ] as const)('%s %s %i of 2026', (calendar, kind, index, from, to) => {
    expect(presetPeriod(calendar, kind, 2026, index)).toEqual({ from, to })
  })

  test('months and quarters of a calendar tile its year, in both calendars', () => {
    const kinds: PresetKind[] = ['month', 'quarter']
    for (const calendar of ['calendar', 'decree'] as const) {
      for (const kind of kinds) {
        const indices = Array.from({ length: presetCount(kind, calendar) }, (_, index) => index + 1)
        const parts = indices.map((index) => presetPeriod(calendar, kind, 2026, index))
        expect(tiles(parts, presetPeriod(calendar, 'year', 2026))).toBe(true)
      }
    }
    expect(presetCount('half-year', 'calendar')).toBe(2)
    expect(presetCount('half-year', 'decree')).toBe(1)
    expect(presetCount('year', 'decree')).toBe(1)
  })

  test('the period before has the same length and ends the day before', () => {
    expect(previousPeriod({ from: '2025-12-15', to: '2026-03-14' })).toEqual({
      from: '2025-09-15',
      to: '2025-12-14',
    })
    expect(previousPeriod(monthPeriod('2026-03'))).toEqual(monthPeriod('2026-02'))
    expect(previousPeriod({ from: '2026-03-02', to: '2026-03-14' })).toBeNull()
  })
})

describe('months of a period', () => {
  test('the ends may be parts of a month', () => {
    expect(monthsOf({ from: '2025-12-15', to: '2026-02-14' })).toEqual([
      { month: '2025-12', from: '2025-12-15', to: '2025-12-31' },
      { month: '2026-01', from: '2026-01-01', to: '2026-01-31' },
      { month: '2026-02', from: '2026-02-01', to: '2026-02-14' },
    ])
  })

  test('tile the period', () => {
    fc.assert(
      fc.property(halfMonth, fc.nat(60), (first, more) => {
        const period = periodOf({ first, last: first + more })
        expect(tiles(monthsOf(period), period)).toBe(true)
      }),
    )
  })
})

test('containing, overlapping and tiling', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' }
  const may = monthPeriod('2026-05')
  expect(contains(year, may)).toBe(true)
  expect(contains(may, year)).toBe(false)
  expect(overlaps(may, { from: '2026-05-31', to: '2026-06-30' })).toBe(true)
  expect(overlaps(may, monthPeriod('2026-06'))).toBe(false)
  expect(tiles([monthPeriod('2026-06'), may], { from: '2026-05-01', to: '2026-06-30' })).toBe(true)
  expect(tiles([may, may], may)).toBe(false)
  expect(tiles([], may)).toBe(false)
  expect(tiles([may], { from: '2026-05-01', to: '2026-06-30' })).toBe(false)
})
