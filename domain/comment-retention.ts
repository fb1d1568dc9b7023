import { monthIndexOf } from './comment'
import { type Day, firstDayOf, halfMonthOf, localDay } from './period'

/** Months that the words of comments are kept after the end of the month they came in, unless the office sets another number. */
export const usualMonths = 24
export const fewestMonths = 3
export const mostMonths = 120

const day = 24 * 3600_000

/** Whole months that a person may set, or undefined. */
export function readMonths(typed: string | null): number | undefined {
  const months = /^\d{1,3}$/.test(typed?.trim() ?? '') ? Number(typed) : 0
  return months >= fewestMonths && months <= mostMonths ? months : undefined
}

/** The first month (see `comments.month`) whose comments keep their words at this moment. */
export const firstKeptMonth = (now: number, months: number): number =>
  monthIndexOf(halfMonthOf(localDay(now))) - months

/** The day before which nothing keeps its words. */
export const firstKeptDay = (month: number): Day => firstDayOf(month * 2)

/**
 * The moment that a run of the blanking goes by. Words do not come back, so a computer whose clock has leapt years
 * ahead must not take them: what a run believes is at most a day later than what the last one did.
 */
export const believedTime = (last: number, now: number): number => Math.min(now, last + day)
