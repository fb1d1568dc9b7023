import { halfMonthOf, type Period, periodOf } from './period'

/** `calendar`: whole months. `decree`: the cut-offs of Nghị định 09/2019, from the 15th to the 14th. */
export type Calendar = 'calendar' | 'decree'

/** What is reported on; `index` of a month is 1–12, of a quarter 1–4, of a half-year 1–2, else 1. */
export type PresetKind = 'month' | 'quarter' | 'half-year' | 'nine-months' | 'year'

const months: Record<PresetKind, number> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  'nine-months': 9,
  year: 12,
}

/** How many presets of a kind a year has: 12 months, 4 quarters, … */
export function presetCount(kind: PresetKind, calendar: Calendar): number {
  if (kind === 'half-year') return calendar === 'decree' ? 1 : 2
  return kind === 'nine-months' ? 1 : 12 / months[kind]
}

/** The preset's days; the decree's run half a month ahead (quarter I: 15/12 to 14/3). */
export function presetPeriod(
  calendar: Calendar,
  kind: PresetKind,
  year: number,
  index = 1,
): Period {
  const size = 2 * months[kind]
  const start = halfMonthOf(`${year}-01-01`) + (index - 1) * size - (calendar === 'decree' ? 1 : 0)
  return periodOf({ first: start, last: start + size - 1 })
}
