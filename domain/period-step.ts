import { halfMonthsOf, isDay, type Period, periodOf, previousPeriod } from './period'
import { type PeriodChoice, presetDays } from './period-choice'

/**
 * The period of the same kind just before (−1) or after (+1): the quarter before a quarter, the nine months of the
 * year before nine months. Null where it lies outside the years the app counts in.
 */
export function stepPeriod(choice: PeriodChoice, period: Period, step: -1 | 1): Period | null {
  const next = stepYear(choice, step) ?? stepLength(period, step)
  return next && isDay(next.from) && isDay(next.to) ? next : null
}

/** Kinds of which a year has one: their neighbour is that of another year. */
function stepYear(choice: PeriodChoice, step: -1 | 1): Period | null {
  const isYearly =
    choice.preset === 'nine-months' ||
    (choice.preset === 'half-year-1' && choice.calendar === 'decree')
  return isYearly ? presetDays({ ...choice, year: choice.year + step }) : null
}

function stepLength(period: Period, step: -1 | 1): Period | null {
  if (step === -1) return previousPeriod(period)
  const halves = halfMonthsOf(period)
  if (!halves) return null
  return periodOf({ first: halves.last + 1, last: 2 * halves.last - halves.first + 1 })
}
