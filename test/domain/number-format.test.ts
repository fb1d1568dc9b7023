import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatBytes,
  formatCount,
  formatFraction,
  formatInterval,
  formatPoints,
  formatRate,
  formatScore,
  formatShare,
  roundRate,
} from '@/domain/number-format'
import { compareRates, scoreRate, topTwoBox, wilson } from '@/domain/rate'

describe('numbers as each language writes them', () => {
  test.each([
    ['vi', '36.039', '99,46%', '11.264/11.325'],
    ['en', '36,039', '99.46%', '11,264/11,325'],
    ['km', '36.039', '99,46%', '11.264/11.325'],
  ] as const)('%s', (locale, count, rate, fraction) => {
    expect(formatCount(36039, locale)).toBe(count)
    expect(formatRate({ k: 11264, n: 11325 }, locale)).toBe(rate)
    expect(formatFraction({ k: 11264, n: 11325 }, locale)).toBe(fraction)
  })

  test.each([
    [0, '0'],
    [999, '999'],
    [1276, '1.276'],
    [911823, '911.823'],
    [1234567890, '1.234.567.890'],
    [-1200, '−1.200'],
  ])('%i', (value, text) => {
    expect(formatCount(value, 'vi')).toBe(text)
  })
})

describe('rounding on the whole numbers', () => {
  test.each([
    [61, 11325, '0,54%'],
    [24714, 24714, '100%'],
    [61, 36039, '0,17%'],
    [0, 61, '0%'],
    [5710, 6055, '94,30%'],
    [99999, 100000, '99,99%'],
    [1, 100000, '0,01%'],
    [1, 800, '0,13%'],
    [1, 3, '33,33%'],
    [1, 40000, '0,01%'],
    [3, 40000, '0,01%'],
    [36, 32, '112,50%'],
    [100001, 100000, '100,01%'],
  ])('%i of %i', (k, n, text) => {
    expect(formatRate({ k, n }, 'vi')).toBe(text)
  })

  test.each([
    [9999, 10000, '99,9%'],
    [1, 10000, '0,1%'],
    [1, 16, '6,3%'],
    [10, 10, '100%'],
  ])('%i of %i with one decimal', (k, n, text) => {
    expect(formatRate({ k, n }, 'vi', 1)).toBe(text)
  })

  test('nothing of nothing is a dash', () => {
    expect(formatRate({ k: 0, n: 0 }, 'vi')).toBe('—')
    expect(formatScore({ k: 0, n: 0 }, 'vi')).toBe('—')
  })

  test('100% only where k = n, 0% only where k = 0, with any number of decimals', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000_000 }),
        fc.nat(20_000_000),
        fc.nat(3),
        (n, part, decimals) => {
          const k = Math.min(n, part)
          const text = formatRate({ k, n }, 'vi', decimals)
          expect(text === '100%').toBe(k === n)
          expect(text === '0%').toBe(k === 0)
        },
      ),
      { examples: [[20_000_000, 19_999_999, 0]] },
    )
  })

  test('rounds half up as exact arithmetic does, and keeps order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.nat(), (n, part) => {
        const k = part % (n + 1)
        const exact = Number((2n * BigInt(k) * 10_000n + BigInt(n)) / (2n * BigInt(n)))
        const capped = k === 0 ? 0 : k === n ? 10_000 : Math.min(Math.max(exact, 1), 9_999)
        expect(roundRate({ k, n })).toBe(capped)
        if (k < n) expect(roundRate({ k: k + 1, n })).toBeGreaterThanOrEqual(capped)
      }),
    )
  })
})

test('score, interval and difference as they are printed', () => {
  const march = [67, 73, 205, 1276, 4434] as const
  expect(formatScore(scoreRate(march), 'vi')).toBe('91,03')
  expect(formatRate(topTwoBox(march), 'vi')).toBe('94,30%')
  expect(formatInterval(wilson({ k: 276, n: 300 }), 'vi')).toBe('88,37–94,57%')
  expect(formatInterval(wilson({ k: 30, n: 30 }), 'vi')).toBe('88,65–100%')
  expect(formatInterval({ low: -0.01, high: 1.2 }, 'en')).toBe('0–100%')
  expect(formatInterval({ low: 0.000001, high: 0.999999 }, 'en')).toBe('0.01–99.99%')
  const change = compareRates({ k: 276, n: 300 }, { k: 258, n: 300 })
  expect(formatPoints(change?.low ?? 0, 'vi')).toBe('+0,98')
  expect(formatPoints(change?.high ?? 0, 'vi')).toBe('+11,08')
  expect(formatPoints(-0.012, 'vi')).toBe('−1,20')
  expect(formatPoints(0, 'vi')).toBe('0,00')
  expect(formatShare(0.943, 'en')).toBe('94.30%')
})

test('sizes have one decimal below ten, and whole numbers above', () => {
  const sizes = [0, 420_000, 9_940_000, 9_960_000, 999_400_000, 7_340_000_000, 123_456_000_000]
  expect(sizes.map((bytes) => formatBytes(bytes, 'vi'))).toEqual([
    ...['0,0 MB', '0,4 MB', '9,9 MB', '10 MB', '999 MB', '7,3 GB', '123 GB'],
  ])
  expect(formatBytes(7_340_000_000, 'en')).toBe('7.3 GB')
})
