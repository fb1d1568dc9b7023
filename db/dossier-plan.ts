import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { type Scope, unitsFor } from '@/domain/access'
import type { DossierCounts } from '@/domain/dossier'
import { findExcess } from '@/domain/dossier-excess'
import { allFields } from '@/domain/dossier-form'
import { isSameCounts } from '@/domain/dossier-row'
import { overlaps, type Period } from '@/domain/period'
import type { Problem } from '@/domain/problem'
import { listStandingOf, type Standing } from './dossier-entries'
import { listFields } from './fields'
import { listUnits } from './units'

export type StatRow = Readonly<{
  unitCode: string
  fieldCode: string | null
  period: Period
  counts: DossierCounts
}>

export type PlanProblem = Problem<'not-found' | 'overlaps-entry' | 'fields-exceed-all'>

/** What a change would do, row by row. */
export type Plan<Row extends StatRow = StatRow> = Readonly<{
  added: readonly Row[]
  replaced: readonly Readonly<{ row: Row; id: number }>[]
  /** Rows that say what stands already; they are left alone. */
  same: readonly Row[]
  problems: readonly Readonly<{ row: Row; problem: PlanProblem }>[]
}>

/** The units that rows may be for, by code; null for one that the same change makes. */
export type KnownUnits = ReadonlyMap<string, number | null>

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
    if (index % breath === breath - 1) await setImmediate()
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

type Places = ReadonlyMap<string, readonly Standing[]>

async function readPlaces(units: KnownUnits, rows: readonly StatRow[]): Promise<Places> {
  const ids = [...new Set(rows.flatMap(({ unitCode }) => units.get(unitCode) ?? []))]
  const days = rows.flatMap(({ period }) => [period.from, period.to]).sort()
  const [from, to] = [days[0], days.at(-1)]
  const byPlace = new Map<string, Standing[]>()
  if (from === undefined || to === undefined) return byPlace
  for (const stat of await listStandingOf(ids, { from, to })) {
    const place = placeOf(stat.unitId, stat.fieldId)
    const there = byPlace.get(place)
    if (there) there.push(stat)
    else byPlace.set(place, [stat])
  }
  return byPlace
}

/** Tables in which, with the new rows in, the fields would add up to more than the row for all of them. */
async function findContradictions<Row extends StatRow>(
  units: KnownUnits,
  fieldIds: ReadonlyMap<string, number>,
  byPlace: Places,
  rows: readonly Row[],
): Promise<Plan<Row>['problems'][number][]> {
  const tables = new Map<string, Row[]>()
  for (const row of rows) {
    const key = `${row.unitCode} ${row.period.from} ${row.period.to}`
    const table = tables.get(key)
    if (table) table.push(row)
    else tables.set(key, [row])
  }
  const found: Plan<Row>['problems'][number][] = []
  for (const table of tables.values()) {
    await setImmediate()
    const [first] = table
    const unitId = first && units.get(first.unitCode)
    if (!first || unitId === undefined) continue
    const given = new Map(table.map(({ fieldCode, counts }) => [fieldCode, counts]))
    const standing = [null, ...fieldIds.keys()].flatMap((field) => {
      if (given.has(field) || unitId === null) return []
      const there = byPlace.get(placeOf(unitId, field === null ? null : (fieldIds.get(field) ?? 0)))
      const same = there?.find(({ period }) => isSamePeriod(period, first.period))
      return same ? [{ field, counts: same.counts }] : []
    })
    const merged = [...[...given].map(([field, counts]) => ({ field, counts })), ...standing]
    const row = table.find(({ fieldCode }) => fieldCode === null) ?? first
    for (const problem of findExcess(merged)) {
      found.push({ row, problem: { ...problem, params: { ...problem.params, row: allFields } } })
    }
  }
  return found
}

const placeOf = (unitId: number | null, fieldId: number | null) =>
  `${unitId ?? 'new'} ${fieldId ?? ''}`

const isSamePeriod = (a: Period, b: Period) => a.from === b.from && a.to === b.to
