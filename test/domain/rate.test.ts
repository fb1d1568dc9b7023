import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addLevels,
  bottomTwoBox,
  compareRates,
  countOf,
  type Levels,
  neutralBox,
  score,
  share,
  statusOf,
  subtractLevels,
  topTwoBox,
  wilson,
} from '@/domain/rate'

const count = fc.integer({ min: 0, max: 1_000_000 })
const levels = fc.tuple(count, count, count, count, count)
const rate = fc
  .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, part]) => ({ k: Math.round(n * part), n }))
const percent = (fraction: number) => (fraction * 100).toFixed(2)

describe('a month of a real service, 67/73/205/1276/4434', () => {
  const march: Levels = [67, 73, 205, 1276, 4434]

  test('top-two rate, score, neutral and bottom-two', () => {
    expect(topTwoBox(march)).toEqual({ k: 5710, n: 6055 })
    expect(percent(share(topTwoBox(march)) ?? 0)).toBe('94.30')
    expect(score(march)?.toFixed(2)).toBe('91.03')
    expect(bottomTwoBox(march)).toEqual({ k: 140, n: 6055 })
    expect(neutralBox(march)).toEqual({ k: 205, n: 6055 })
  })
})

describe('Wilson 95%', () => {
  test.each([
    [30, 30, '88.65', '100.00'],
    [46, 50, '81.16', '96.85'],
    [276, 300, '88.37', '94.57'],
    [10, 10, '72.25', '100.00'],
    [0, 10, '0.00', '27.75'],
  ])('%i/%i', (k, n, low, high) => {
    const interval = wilson({ k, n })
    expect([percent(interval.low), percent(interval.high)]).toEqual([low, high])
  })

  test('reaches 1 only where everybody agrees, 0 only where nobody does', () => {
    expect(wilson({ k: 30, n: 30 }).high).toBe(1)
    expect(wilson({ k: 0, n: 30 }).low).toBe(0)
    expect(wilson({ k: 0, n: 0 })).toEqual({ low: 0, high: 1 })
  })

  test('contains the rate and stays in 0..1', () => {
    fc.assert(
      fc.property(rate, ({ k, n }) => {
        const { low, high } = wilson({ k, n })
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(k / n)
        expect(high).toBeGreaterThanOrEqual(k / n)
        expect(high).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('rises with k', () => {
    fc.assert(
      fc.property(rate, ({ k, n }) => {
        fc.pre(k < n)
        const here = wilson({ k, n })
        const above = wilson({ k: k + 1, n })
        expect(above.low).toBeGreaterThan(here.low)
        expect(above.high).toBeGreaterThan(here.high - 1e-12)
      }),
    )
  })

  test('narrows when ten times as many say the same', () => {
    fc.assert(
      fc.property(rate, ({ k, n }) => {
        const few = wilson({ k, n })
        const many = wilson({ k: 10 * k, n: 10 * n })
        expect(many.high - many.low).toBeLessThan(few.high - few.low)
      }),
    )
  })
})

describe('difference of two rates (Newcombe 1998, method 10)', () => {
  test('276/300 against 258/300 is a difference although the intervals overlap', () => {
    const change = compareRates({ k: 276, n: 300 }, { k: 258, n: 300 })
    expect(change?.difference).toBeCloseTo(0.06, 10)
    expect(percent(change?.low ?? 0)).toBe('0.98')
    expect(percent(change?.high ?? 0)).toBe('11.08')
    expect(change?.isConclusive).toBe(true)
  })

  // Newcombe 1998, table II, method 10.
  test.each([
    [56, 70, 48, 80, '0.0524', '0.3339'],
    [9, 10, 3, 10, '0.1705', '0.8090'],
    [10, 10, 0, 20, '0.6791', '1.0000'],
  ])('%i/%i against %i/%i as published', (k1, n1, k2, n2, low, high) => {
    const change = compareRates({ k: k1, n: n1 }, { k: k2, n: n2 })
    expect([change?.low.toFixed(4), change?.high.toFixed(4)]).toEqual([low, high])
  })

  test('turning the two round turns the sign', () => {
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        const there = compareRates(a, b)
        const back = compareRates(b, a)
        expect(there?.low).toBeCloseTo(-(back?.high ?? 0), 12)
        expect(there?.isConclusive).toBe(back?.isConclusive)
      }),
    )
  })

  test('an empty side compares with nothing', () => {
    expect(compareRates({ k: 0, n: 0 }, { k: 1, n: 2 })).toBeNull()
  })
})

describe('pooling', () => {
  test('counts add up, and come apart again', () => {
    fc.assert(
      fc.property(levels, levels, (a, b) => {
        const pooled = addLevels(a, b)
        expect(countOf(pooled)).toBe(countOf(a) + countOf(b))
        expect(topTwoBox(pooled).k).toBe(topTwoBox(a).k + topTwoBox(b).k)
        expect(subtractLevels(pooled, b)).toEqual(a)
      }),
    )
  })

  test('a pooled rate lies between its parts', () => {
    fc.assert(
      fc.property(levels, levels, (a, b) => {
        const parts = [a, b].map((one) => share(topTwoBox(one))).filter((one) => one !== null)
        fc.pre(parts.length === 2)
        const pooled = share(topTwoBox(addLevels(a, b))) ?? -1
        expect(pooled).toBeGreaterThanOrEqual(Math.min(...parts) - 1e-12)
        expect(pooled).toBeLessThanOrEqual(Math.max(...parts) + 1e-12)
      }),
    )
  })

  test('the three shares are the whole, and the score is within 0–100', () => {
    fc.assert(
      fc.property(levels, (one) => {
        const sum = topTwoBox(one).k + neutralBox(one).k + bottomTwoBox(one).k
        expect(sum).toBe(countOf(one))
        const points = score(one)
        expect(points === null).toBe(countOf(one) === 0)
        expect(points ?? 0).toBeGreaterThanOrEqual(0)
        expect(points ?? 0).toBeLessThanOrEqual(100)
      }),
    )
  })
})

test.each([
  [0, 'none'],
  [1, 'suppressed'],
  [4, 'suppressed'],
  [5, 'reference'],
  [29, 'reference'],
  [30, 'ok'],
])('%i people: %s', (people, status) => {
  expect(statusOf(people)).toBe(status)
})
