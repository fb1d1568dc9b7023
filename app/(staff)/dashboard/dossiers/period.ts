import type { ChosenPeriod } from '@/components/staff/dossier-choice'
import { isDay, type Period, shiftDay } from '@/domain/period'
import { type PeriodChoice, parsePeriodChoice } from '@/domain/period-choice'
import { ok, type Result, refused } from '@/domain/problem'

export type EntryPeriodProblem =
  | 'not-a-period'
  | 'from-after-to'
  | 'no-such-period'
  | 'period-too-long'
  | 'not-begun'

/** Longer than any table is kept for. */
export const longestYears = 20

/** What an address or form says of the period, as typed; days alone mean the period that has them, else days. */
export function chosenPeriod(params: URLSearchParams, today: string): ChosenPeriod {
  const text = (name: string, otherwise: string) => params.get(name)?.trim() || otherwise
  const [from, to] = [text('from', ''), text('to', '')]
  const named = from || to ? presetOf(from, to, today) : null
  return {
    period: text('period', named?.preset ?? (from || to ? 'days' : lastMonth(today))),
    calendar: text('calendar', named?.calendar ?? 'calendar'),
    year: text('year', String(named?.year ?? lastDayOfLastMonth(today).slice(0, 4))),
    from,
    to,
  }
}

/** The month, quarter or year that has exactly these days. */
function presetOf(from: string, to: string, today: string): PeriodChoice | null {
  const parsed = parsePeriodChoice(new URLSearchParams({ from, to }), today)
  return parsed.ok && parsed.value.choice.preset !== 'range' ? parsed.value.choice : null
}

/** The days meant. Any days will do, so that what a command brought in can be seen; they must have begun. */
export function readEntryPeriod(
  chosen: ChosenPeriod,
  today: string,
): Result<Period, EntryPeriodProblem> {
  const found = chosen.period === 'days' ? fromDays(chosen) : fromPreset(chosen, today)
  if (found.ok && found.value.from > today) return refused({ code: 'not-begun', field: 'period' })
  return found
}

/** The month that has just ended is what is usually entered. */
const lastMonth = (today: string) => `month-${Number(lastDayOfLastMonth(today).slice(5, 7))}`

const lastDayOfLastMonth = (today: string) => shiftDay(`${today.slice(0, 7)}-01`, -1)

function fromDays({ from, to }: ChosenPeriod): Result<Period, EntryPeriodProblem> {
  if (!isDay(from) || !isDay(to)) return refused({ code: 'not-a-period', field: 'period' })
  if (from > to) return refused({ code: 'from-after-to', field: 'period' })
  if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > longestYears) {
    return refused({ code: 'period-too-long', field: 'period', params: { years: longestYears } })
  }
  return ok({ from, to })
}

function fromPreset(chosen: ChosenPeriod, today: string): Result<Period, EntryPeriodProblem> {
  const { period, calendar, year } = chosen
  const parsed = parsePeriodChoice(new URLSearchParams({ period, calendar, year }), today)
  return parsed.ok ? ok(parsed.value.period) : parsed
}
