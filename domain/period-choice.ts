import {
  type Day,
  halfMonthsOf,
  isDay,
  isTooLong,
  monthOf,
  monthPeriod,
  type Period,
} from './period'
import { type Calendar, type PresetKind, presetCount, presetPeriod } from './period-preset'
import { ok, type Result, refused } from './problem'

/** One period as a form offers it: a name like `quarter-1`, or `range` for months of one's own. */
export type PresetName =
  | 'year'
  | 'nine-months'
  | `half-year-${number}`
  | `quarter-${number}`
  | `month-${number}`
  | 'range'

/** What stands in the period part of a filter; `start` and `end` (`YYYY-MM`) are for `range`. */
export type PeriodChoice = Readonly<{
  preset: PresetName
  calendar: Calendar
  year: number
  start: string
  end: string
}>

export type PeriodChoiceProblem = 'not-a-period' | 'from-after-to' | 'no-such-period'
type Chosen = Result<{ choice: PeriodChoice; period: Period }, PeriodChoiceProblem>

const calendars: readonly Calendar[] = ['calendar', 'decree']

/** The periods a year is divided into, longest first. `count` is in the calendar that has more. */
export const presetNames: readonly PresetName[] = [
  'year',
  'nine-months',
  ...numbered('half-year'),
  ...numbered('quarter'),
  ...numbered('month'),
]

/**
 * Reads `from` and `to` (days) or `period`, `calendar`, `year`, `start`, `end` of an address, and
 * what they mean in days. An address without any of them asks for the calendar year of `today`.
 */
export function parsePeriodChoice(params: URLSearchParams, today: Day): Chosen {
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? '']
  if (from || to) return fromDays({ from, to })
  const choice = readChoice(params, today)
  if (!choice) return refused({ code: 'not-a-period', field: 'period' })
  return choice.preset === 'range' ? fromMonths(choice) : fromPreset(choice)
}

/** The days of a preset, or null where that calendar has no such period. */
export function presetDays({ preset, calendar, year }: PeriodChoice): Period | null {
  const [, kind, index] = /^(.*?)(?:-(\d+))?$/.exec(preset) ?? []
  const known = (['year', 'nine-months', 'half-year', 'quarter', 'month'] as const).find(
    (one) => one === kind,
  )
  const number = Number(index ?? 1)
  if (!known || number < 1 || number > presetCount(known, calendar)) return null
  return presetPeriod(calendar, known, year, number)
}

function fromDays(period: Period): Chosen {
  const { from, to } = period
  if (!isDay(from) || !isDay(to)) return refused({ code: 'not-a-period', field: 'period' })
  if (from > to) return refused({ code: 'from-after-to', field: 'period' })
  return chosen(choiceOf(period), period)
}

/** The preset that has exactly these days, or a range of the months they touch. */
function choiceOf(period: Period): PeriodChoice {
  const range: PeriodChoice = {
    preset: 'range',
    calendar: 'calendar',
    year: Number(period.to.slice(0, 4)),
    start: monthOf(period.from),
    end: monthOf(period.to),
  }
  const named = calendars.flatMap((calendar) =>
    presetNames.map((preset) => ({ ...range, preset, calendar })),
  )
  const same = named.find((choice) => {
    const days = presetDays(choice)
    return days?.from === period.from && days.to === period.to
  })
  return same ?? range
}

function readChoice(params: URLSearchParams, today: Day): PeriodChoice | null {
  const text = (name: string, otherwise: string) => params.get(name)?.trim() || otherwise
  const preset = text('period', 'year')
  const calendar = calendars.find((one) => one === text('calendar', 'calendar'))
  const year = text('year', today.slice(0, 4))
  const known = preset === 'range' ? preset : presetNames.find((one) => one === preset)
  if (!known || !calendar || !isDay(`${year}-01-01`)) return null
  const [start, end] = [text('start', `${year}-01`), text('end', `${year}-12`)]
  if (!isDay(`${start}-01`) || !isDay(`${end}-01`)) return null
  return { preset: known, calendar, year: Number(year), start, end }
}

function fromMonths(choice: PeriodChoice): Chosen {
  const { start, end } = choice
  if (start > end) return refused({ code: 'from-after-to', field: 'period' })
  return chosen(choice, { from: monthPeriod(start).from, to: monthPeriod(end).to })
}

function chosen(choice: PeriodChoice, period: Period): Chosen {
  const halfMonths = halfMonthsOf(period)
  if (halfMonths && !isTooLong(halfMonths)) return ok({ choice, period })
  return refused({ code: 'not-a-period', field: 'period' })
}

function fromPreset(choice: PeriodChoice): Chosen {
  const period = presetDays(choice)
  return period ? ok({ choice, period }) : refused({ code: 'no-such-period', field: 'period' })
}

function numbered(kind: Exclude<PresetKind, 'year' | 'nine-months'>): PresetName[] {
  const count = Math.max(...calendars.map((calendar) => presetCount(kind, calendar)))
  return Array.from({ length: count }, (_, index) => `${kind}-${index + 1}` as const)
}
