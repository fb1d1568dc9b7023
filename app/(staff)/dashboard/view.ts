import { getSnapshot } from '@/db/snapshots/list'
import { listSurveys } from '@/db/surveys/surveys'
import { listUnitsFor } from '@/db/units/units'
import { type Scope, unitsFor } from '@/domain/access'
import { localDay, type Period } from '@/domain/period'
import { type PeriodChoiceProblem, parsePeriodChoice } from '@/domain/period-choice'
import { ok, type Result, refused } from '@/domain/problem'
import { firstUnit } from './unit-options'

/** One unit, survey and period, by their public codes; `closing` is the number of the one whose figures are meant. */
export type ReportView = Period &
  Readonly<{ unit: string; survey: string; mayExport: boolean; closing?: string }>

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

/** The view of a closed period. */
export async function viewOfClosing(
  scope: Scope,
  closing: string,
): Promise<Result<ReportView, 'not-found'>> {
  const snapshot = await getSnapshot(scope, closing)
  if (!snapshot) return refused({ code: 'not-found' })
  const { unitId, unit, survey, period } = snapshot
  const mayExport = unitsFor(scope, 'exports').has(unitId)
  return ok({ unit, survey, ...period, mayExport, closing })
}

/** The view as the query of an address. */
export const queryOf = ({ unit, survey, from, to, closing }: ReportView): string =>
  new URLSearchParams({ unit, survey, from, to, ...(closing ? { closing } : {}) }).toString()
