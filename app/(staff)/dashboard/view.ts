import { listSurveys } from '@/db/surveys/surveys'
import { listUnitsFor } from '@/db/units/units'
import { type Scope, unitsFor } from '@/domain/access'
import { localDay, type Period } from '@/domain/period'
import { type PeriodChoiceProblem, parsePeriodChoice } from '@/domain/period-choice'
import { ok, type Result, refused } from '@/domain/problem'
import { firstUnit } from './unit-options'

/** One unit, survey and period, by their public codes. */
export type ReportView = Period & Readonly<{ unit: string; survey: string; mayExport: boolean }>

/**
 * The view that an address asks for, with the same defaults as the overview. A unit that is unknown and one that is
 * not the person's answer the same; whether the survey is known is found when its figures are read.
 */
export async function readView(
  scope: Scope,
  params: URLSearchParams,
  now: number,
): Promise<Result<ReportView, 'not-found' | PeriodChoiceProblem>> {
  const units = await listUnitsFor(scope, 'figures')
  const asked = params.get('unit')
  const unit = asked === null ? firstUnit(units) : units.find(({ code }) => code === asked)
  const survey = params.get('survey') ?? (await listSurveys())[0]?.code
  if (!unit || survey === undefined) return refused({ code: 'not-found' })
  const period = parsePeriodChoice(params, localDay(now))
  if (!period.ok) return period
  const mayExport = unitsFor(scope, 'exports').has(unit.id)
  return ok({ unit: unit.code, survey, ...period.value.period, mayExport })
}

/** The view as the query of an address. */
export const queryOf = ({ unit, survey, from, to }: ReportView): string =>
  new URLSearchParams({ unit, survey, from, to }).toString()
