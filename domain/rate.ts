/** Answers at the five levels, from "Rất không hài lòng" (1) to "Rất hài lòng" (5). */
export type Levels = readonly [n1: number, n2: number, n3: number, n4: number, n5: number]

/** `k` of `n`, whole numbers, 0 ≤ k ≤ n. A percentage never travels without them. */
export type Rate = Readonly<{ k: number; n: number }>

/** Fractions 0..1. */
export type Interval = Readonly<{ low: number; high: number }>

/** `difference` is first minus second; all three are fractions −1..1. */
export type Comparison = Interval & Readonly<{ difference: number; isConclusive: boolean }>

/** What may be shown of a group of people, by their number alone. */
export type Status = 'none' | 'suppressed' | 'reference' | 'ok'

/** Fewer people than this are hidden; fewer than `rateThreshold` give counts only. */
export const smallGroup = 5
export const rateThreshold = 30

/** The 97.5% point of the normal distribution: intervals are 95%, two-sided. */
const z = 1.959964

export const noLevels: Levels = [0, 0, 0, 0, 0]

export const countOf = (levels: Levels): number => levels.reduce((sum, n) => sum + n, 0)

export const addLevels = (a: Levels, b: Levels): Levels => [
  a[0] + b[0],
  a[1] + b[1],
  a[2] + b[2],
  a[3] + b[3],
  a[4] + b[4],
]

export const subtractLevels = (a: Levels, b: Levels): Levels => [
  a[0] - b[0],
  a[1] - b[1],
  a[2] - b[2],
  a[3] - b[3],
  a[4] - b[4],
]

/** Tỷ lệ hài lòng: "Hài lòng" and "Rất hài lòng" of all five levels. */
export const topTwoBox = (levels: Levels): Rate => ({
  k: levels[3] + levels[4],
  n: countOf(levels),
})

/** Tỷ lệ không hài lòng: the two lowest of all five levels. */
export const bottomTwoBox = (levels: Levels): Rate => ({
  k: levels[0] + levels[1],
  n: countOf(levels),
})

/** "Bình thường" is neither. */
export const neutralBox = (levels: Levels): Rate => ({ k: levels[2], n: countOf(levels) })

/**
 * Điểm hài lòng as a share of the most that could be reached: (mean − 1) / 4 is Σ(level − 1)·n
 * of 4·n, so that it is rounded on whole numbers like any rate.
 */
export const scoreRate = (levels: Levels): Rate => ({
  k: levels[1] + 2 * levels[2] + 3 * levels[3] + 4 * levels[4],
  n: 4 * countOf(levels),
})

/** Điểm hài lòng, 0–100 unrounded; null where nobody answered. */
export const score = (levels: Levels): number | null => {
  const { k, n } = scoreRate(levels)
  return n === 0 ? null : (k / n) * 100
}

/** k/n as a fraction; null where n = 0. */
export const share = ({ k, n }: Rate): number | null => (n === 0 ? null : k / n)

/** Wilson's score interval (1927), 95%, clamped to 0..1; 0..1 where n = 0. */
export function wilson({ k, n }: Rate): Interval {
  if (n === 0) return { low: 0, high: 1 }
  const p = k / n
  const centre = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))
  return {
    low: k === 0 ? 0 : Math.min(Math.max(0, centre - half), p),
    high: k === n ? 1 : Math.max(Math.min(1, centre + half), p),
  }
}

/**
 * Difference of two independent rates with the hybrid score interval, 95% (Newcombe 1998, method 10).
 * Not conclusive where the interval includes 0. Null where one of them is empty.
 */
export function compareRates(first: Rate, second: Rate): Comparison | null {
  const p1 = share(first)
  const p2 = share(second)
  if (p1 === null || p2 === null) return null
  const a = wilson(first)
  const b = wilson(second)
  const difference = p1 - p2
  const low = difference - Math.hypot(p1 - a.low, b.high - p2)
  const high = difference + Math.hypot(a.high - p1, p2 - b.low)
  return { difference, low, high, isConclusive: low > 0 || high < 0 }
}

/** The small-number rule for one group by itself: 0, 1–4, 5–29, 30 and more people. */
export function statusOf(people: number): Status {
  if (people === 0) return 'none'
  if (people < smallGroup) return 'suppressed'
  return people < rateThreshold ? 'reference' : 'ok'
}

/** Whether a difference of two counts would single out a group that must stay hidden. */
export const isSmallGroup = (people: number): boolean => people > 0 && people < smallGroup
