import { notFound } from 'next/navigation'
import type { SelectOption } from '@/components/staff/select-field'
import { listSurveys } from '@/db/surveys/surveys'
import { getDataSpan } from '@/db/tallies/data-span'
import { listUnitsFor } from '@/db/units/units'
import type { Capability, Scope } from '@/domain/access'
import { localDay, type Period } from '@/domain/period'
import { type PeriodChoice, parsePeriodChoice } from '@/domain/period-choice'
import type { Problem } from '@/domain/problem'
import type { Locale } from '@/domain/survey'
import { say } from '@/lib/words'
import { firstUnit, unitOptions } from './unit-options'

export type DashboardFilter = Readonly<{
  units: readonly SelectOption[]
  surveys: readonly SelectOption[]
  years: readonly number[]
  chosen: Readonly<{ unit: string; survey: string; period: PeriodChoice }>
  /** From the first to the last day with anything in it, in all the person's units. */
  span: Period | null
  period: Period | null
  problems: readonly Problem[]
}>

/**
 * What the address asks for and what could be asked for; null for somebody who may do this nowhere.
 * A unit or survey that is unknown, or not the person's to see, is not found.
 */
export async function readFilter(
  scope: Scope,
  params: URLSearchParams,
  locale: Locale,
  now: number,
  capability: Capability = 'figures',
): Promise<DashboardFilter | null> {
  const [units, surveys, span] = await Promise.all([
    listUnitsFor(scope, capability),
    listSurveys(),
    getDataSpan(scope),
  ])
  const unit = params.get('unit') ?? firstUnit(units)?.code
  if (unit === undefined) return null
  const survey = params.get('survey') ?? surveys[0]?.code ?? ''
  if (!units.some(({ code }) => code === unit)) notFound()
  if (!surveys.some(({ code }) => code === survey)) notFound()

  const today = localDay(now)
  const asked = parsePeriodChoice(params, today)
  const usual = parsePeriodChoice(new URLSearchParams(), today)
  const parsed = asked.ok ? asked : usual
  if (!parsed.ok) throw new Error('the usual period is no period')
  const { choice, period } = parsed.value
  return {
    units: unitOptions(units),
    surveys: surveys.map(({ code, title }) => ({ value: code, label: say(title, locale) })),
    years: yearsOf(span, choice, today),
    chosen: { unit, survey, period: choice },
    span,
    period: asked.ok ? period : null,
    problems: asked.ok ? [] : asked.problems,
  }
}

/** Newest first, from the first data or the year asked for to this year. */
function yearsOf(span: Period | null, choice: PeriodChoice, today: string): number[] {
  const named = [span?.from, span?.to, today, choice.start, choice.end].flatMap((day) =>
    day ? [Number(day.slice(0, 4))] : [],
  )
  const [first, last] = [Math.min(choice.year, ...named), Math.max(choice.year, ...named)]
  return Array.from({ length: last - first + 1 }, (_, index) => last - index)
}
