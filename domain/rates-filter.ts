import { type By, breakdowns } from './figure'
import { halfMonthsOf, isDay, isTooLong, longestYears, type Period } from './period'
import { type Problem, type Result, refused } from './problem'
import type { Locale } from './survey'

/** One view: unit × survey × period × at most one further dimension. */
export type RatesFilter = View & Readonly<{ by: By }>

/** All views of one unit, survey and period. */
export type View = Period &
  Readonly<{
    survey: string
    unit: string
    locale: Locale
    /** Figures as people see them whose reach begins at this unit, at or above `unit`; else the asker's own. */
    root?: number
  }>

export type RatesFilterProblem =
  | 'missing'
  | 'repeated'
  | 'not-a-day'
  | 'from-after-to'
  | 'not-half-months'
  | 'period-too-long'
  | 'unknown-breakdown'

const names = ['survey', 'unit', 'from', 'to', 'by'] as const

/**
 * Reads `survey`, `unit`, `from`, `to` (days, both included) and `by` (else total) of an address.
 * Periods that are no union of half-months (1–14, 15–end) are refused: differences between them and
 * their neighbours could single somebody out.
 */
export function parseRatesFilter(
  params: URLSearchParams,
  locale: Locale,
): Result<RatesFilter, RatesFilterProblem> {
  const [survey, unit, from, to] = names.map((name) => params.get(name)?.trim() ?? '') as [
    string,
    string,
    string,
    string,
  ]
  const by = params.get('by') ?? 'total'
  const breakdown = breakdowns.find((one) => one === by)
  const problems: Problem<RatesFilterProblem>[] = [
    ...names.flatMap((field) => shapeProblem(params, field)),
    ...(breakdown ? [] : [{ code: 'unknown-breakdown', field: 'by' } as const]),
  ]
  if (problems.length > 0 || !breakdown) return refused(...problems)
  if (from > to) return refused({ code: 'from-after-to', field: 'from' })
  const halfMonths = halfMonthsOf({ from, to })
  if (!halfMonths) return refused({ code: 'not-half-months', field: 'from' })
  if (isTooLong(halfMonths)) {
    return refused({ code: 'period-too-long', field: 'from', params: { years: longestYears } })
  }
  return { ok: true, value: { survey, unit, from, to, by: breakdown, locale } }
}

function shapeProblem(
  params: URLSearchParams,
  field: (typeof names)[number],
): Problem<RatesFilterProblem>[] {
  const given = params.getAll(field).map((value) => value.trim())
  const value = given[0] ?? ''
  if (given.length > 1) return [{ code: 'repeated', field, params: { field } }]
  if (field === 'by') return []
  if (value === '') return [{ code: 'missing', field, params: { field } }]
  const isDayField = field === 'from' || field === 'to'
  return isDayField && !isDay(value) ? [{ code: 'not-a-day', field, params: { field } }] : []
}
