import { halfMonthOf, startOfDay } from '@/domain/period'
import { type Random, randomFor } from '@/scripts/demonstration/random'
import { type Calendar, calendarOf } from '@/scripts/demonstration/visit-time'
import { years } from './plan'

/** A working day, with how many responses come in on it. */
export type BusyDay = Readonly<{
  day: string
  halfMonth: number
  opensAt: number
  n: number
  random: Random
}>

/** Divides the responses over the working days of both years, to the last one. */
export function daysOf(seed: number, n: number): BusyDay[] {
  const calendar = calendarOf(years)
  const total = weightOf(calendar)
  let [passed, given] = [0, 0]
  return calendar.map(({ day, weight }, index) => {
    passed += weight
    const until = index === calendar.length - 1 ? n : Math.round((n * passed) / total)
    const here = until - given
    given = until
    const opensAt = startOfDay(day) + 7 * 3_600_000
    return {
      day,
      halfMonth: halfMonthOf(day),
      opensAt,
      n: here,
      random: randomFor(seed + 1, index),
    }
  })
}

/** A position in the list, each as likely as its share says. */
export function drawer(shares: readonly number[]): (random: Random) => number {
  const sums = Float64Array.from(shares)
  for (let i = 1; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (sums[i - 1] ?? 0)
  const total = sums.at(-1) ?? 0
  return (random) => {
    const wanted = random() * total
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) > wanted) high = middle
      else low = middle + 1
    }
    return low
  }
}

const weightOf = (calendar: Calendar) => calendar.reduce((sum, { weight }) => sum + weight, 0)
