import 'server-only'
import { type Scope, unitsFor } from '@/domain/access'
import { allFields } from '@/domain/dossier/form'
import { isSameCounts } from '@/domain/dossier/row'
import { groupBy } from '@/domain/group-by'
import { overlaps } from '@/domain/period'
import { takeTurn } from '@/lib/unhurried'
import { listFields } from '../units/fields'
import { listUnits } from '../units/units'
import { findContradictions } from './contradictions'
import {
  isSamePeriod,
  type KnownUnits,
  type Places,
  type Plan,
  placeOf,
  type StatRow,
} from './rows'
import { listStandingOf } from './standing'

/** Rows between two breaths. */
const breath = 500

/** The units that the person enters statistics for. */
export async function listEntryUnits(scope: Scope): Promise<KnownUnits> {
  const allowed = unitsFor(scope, 'dossiers')
  const units = (await listUnits()).filter(({ id }) => allowed.has(id))
  return new Map(units.map(({ id, code }) => [code, id]))
}

/** Plans what the person enters. */
export const planChange = async <Row extends StatRow>(
  scope: Scope,
  rows: readonly Row[],
): Promise<Plan<Row>> => await planRows(await listEntryUnits(scope), rows)

/**
 * Compares rows with what stands: the same unit, field and days are a correction, other days that overlap are refused,
 * and so is what would leave the fields with more than the row for all of them.
 */
export async function planRows<Row extends StatRow>(
  units: KnownUnits,
  rows: readonly Row[],
): Promise<Plan<Row>> {
  const fieldIds = new Map((await listFields()).map(({ id, code }) => [code, id]))
  const byPlace = await readPlaces(units, rows)
  const plan = {
    added: [] as Row[],
    replaced: [] as { row: Row; id: number }[],
    same: [] as Row[],
    problems: [] as Plan<Row>['problems'][number][],
  }
  for (const [index, row] of rows.entries()) {
    if (index % breath === breath - 1) await takeTurn()
    const unitId = units.get(row.unitCode)
    const fieldId = row.fieldCode === null ? null : fieldIds.get(row.fieldCode)
    if (unitId === undefined || fieldId === undefined) {
      const field = unitId === undefined ? 'unit' : 'field'
      plan.problems.push({ row, problem: { code: 'not-found', field } })
      continue
    }
    const there = byPlace.get(placeOf(unitId, fieldId)) ?? []
    const other = there.find(({ period }) => overlaps(period, row.period))
    if (!other) plan.added.push(row)
    else if (!isSamePeriod(other.period, row.period)) {
      const { from, to } = other.period
      const params = { from, to, row: row.fieldCode ?? allFields }
      plan.problems.push({ row, problem: { code: 'overlaps-entry', params } })
    } else if (isSameCounts(other.counts, row.counts)) plan.same.push(row)
    else plan.replaced.push({ row, id: other.id })
  }
  plan.problems.push(...(await findContradictions(units, fieldIds, byPlace, rows)))
  return plan
}

async function readPlaces(units: KnownUnits, rows: readonly StatRow[]): Promise<Places> {
  const ids = [...new Set(rows.flatMap(({ unitCode }) => units.get(unitCode) ?? []))]
  const days = rows.flatMap(({ period }) => [period.from, period.to]).sort()
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) return new Map()
  const standing = await listStandingOf(ids, { from, to })
  return groupBy(standing, ({ unitId, fieldId }) => placeOf(unitId, fieldId))
}
