import 'server-only'
import { LibsqlError } from '@libsql/client'
import { type Scope, unitsFor } from '@/domain/access'
import type { DossierCounts } from '@/domain/dossier'
import { allFields } from '@/domain/dossier-form'
import { isSameCounts } from '@/domain/dossier-row'
import { overlaps, type Period } from '@/domain/period'
import { ok, type Problem, type Result, refused } from '@/domain/problem'
import { writeWithAudit } from './audit'
import { database, type Statement } from './client'
import { listStandingOf, type Standing } from './dossier-entries'
import { type NewStat, statsStatement } from './dossier-stats'
import { listFields } from './fields'
import { listUnitsFor } from './units'

export type StatRow = Readonly<{
  unitCode: string
  fieldCode: string | null
  period: Period
  counts: DossierCounts
}>

export type Change = Readonly<{
  rows: readonly StatRow[]
  source: string
  /** Needed where something that stands is replaced. */
  reason: string
  /** The entries that the person saw and means to replace. */
  seen: readonly number[]
}>

export type ChangeProblem =
  | 'not-found'
  | 'overlaps-entry'
  | 'changed-meanwhile'
  | 'reason-needed'
  | 'nothing-new'
  | 'too-long'

/** What a change would do, row by row. */
export type Plan<Row extends StatRow = StatRow> = Readonly<{
  added: readonly Row[]
  replaced: readonly Readonly<{ row: Row; id: number }>[]
  /** Rows that say what stands already; they are left alone. */
  same: readonly Row[]
  problems: readonly Readonly<{ row: Row; problem: Problem<'not-found' | 'overlaps-entry'> }>[]
}>

export const longest = { source: 120, reason: 300 }

/** Compares rows with what stands: the same unit, field and days are a correction, other days that overlap are refused. */
export async function planChange<Row extends StatRow>(
  scope: Scope,
  rows: readonly Row[],
): Promise<Plan<Row>> {
  const units = new Map((await listUnitsFor(scope, 'dossiers')).map(({ id, code }) => [code, id]))
  const fieldIds = new Map((await listFields()).map(({ id, code }) => [code, id]))
  const byPlace = await readPlaces(units, rows)
  const plan = {
    added: [] as Row[],
    replaced: [] as { row: Row; id: number }[],
    same: [] as Row[],
    problems: [] as Plan<Row>['problems'][number][],
  }
  for (const row of rows) {
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
  return plan
}

/** Stores all rows or none; what they correct ends and is kept, with who did it and why. */
export async function saveDossierRows(
  scope: Scope,
  { rows, source, reason, seen }: Change,
  now: number,
): Promise<Result<{ added: number; replaced: number; same: number }, ChangeProblem>> {
  const why = reason.normalize('NFC').trim()
  const from = source.normalize('NFC').trim()
  if (why.length > longest.reason || from.length > longest.source) {
    const field = why.length > longest.reason ? 'reason' : 'source'
    return refused({ code: 'too-long', field, params: { max: longest[field] } })
  }
  const plan = await planChange(scope, rows)
  if (plan.problems.length > 0) {
    return { ok: false, problems: plan.problems.map(({ problem }) => problem) }
  }
  const known = new Set(seen)
  if (plan.replaced.some(({ id }) => !known.has(id))) return refused({ code: 'changed-meanwhile' })
  if (plan.added.length + plan.replaced.length === 0) return refused({ code: 'nothing-new' })
  if (plan.replaced.length > 0 && why === '') {
    return refused({ code: 'reason-needed', field: 'reason' })
  }
  const stored = await store(scope, plan, { source: from || defaultSource, reason: why }, now)
  if (!stored) return refused({ code: 'changed-meanwhile' })
  const { added, replaced, same } = plan
  return ok({ added: added.length, replaced: replaced.length, same: same.length })
}

/** Takes entries out of the figures; they are kept with who did it and why. All must be the person's to enter. */
export async function withdrawDossierEntries(
  scope: Scope,
  { ids, reason }: Readonly<{ ids: readonly number[]; reason: string }>,
  now: number,
): Promise<Result<{ n: number }, 'not-found' | 'reason-needed' | 'too-long' | 'nothing-chosen'>> {
  if (ids.length === 0) return refused({ code: 'nothing-chosen', field: 'ids' })
  const allowed = unitsFor(scope, 'dossiers')
  const { rows } = await database().$client.execute({
    sql: `select s.id, s.unit_id, u.code, s.from_on, s.to_on from dossier_stats s
      join units u on u.id = s.unit_id
      where s.ended_at is null and s.id in (select value from json_each(?))`,
    args: [JSON.stringify(ids)],
  })
  const [first] = rows
  const isAll = rows.length === new Set(ids).size
  if (!first || !isAll || rows.some((row) => !allowed.has(Number(row[1])))) {
    return refused({ code: 'not-found' })
  }
  const why = reason.normalize('NFC').trim()
  if (why === '') return refused({ code: 'reason-needed', field: 'reason' })
  if (why.length > longest.reason) {
    return refused({ code: 'too-long', field: 'reason', params: { max: longest.reason } })
  }
  const event = {
    actorId: scope.userId,
    actor: 'user',
    action: 'dossiers-withdrawn' as const,
    unitId: Number(first[1]),
    detail: {
      unit: String(first[2]),
      from: String(first[3]),
      to: String(first[4]),
      rows: rows.length,
      ids: JSON.stringify(ids),
      reason: why,
    },
  }
  try {
    await writeWithAudit([endStatement(ids, scope.userId, why, now)], event, now)
    return ok({ n: rows.length })
  } catch (error) {
    if (!isTakenMeanwhile(error)) throw error
    return refused({ code: 'not-found' })
  }
}

async function store(
  scope: Scope,
  { added, replaced }: Plan,
  { source, reason }: Readonly<{ source: string; reason: string }>,
  now: number,
): Promise<boolean> {
  const ids = replaced.map(({ id }) => id)
  const rows = [...added, ...replaced.map(({ row }) => row)]
  const stats: NewStat[] = rows.map((row) => ({ ...row, source }))
  const units = [...new Set(rows.map(({ unitCode }) => unitCode))]
  const days = rows.flatMap(({ period }) => [period.from, period.to]).sort()
  const [unitId] = units.length === 1 ? await idsOf(scope, units) : []
  const event = {
    actorId: scope.userId,
    actor: 'user',
    action: ids.length > 0 ? ('dossiers-corrected' as const) : ('dossiers-entered' as const),
    ...(unitId === undefined ? {} : { unitId }),
    detail: {
      units: units.length,
      from: days[0] ?? '',
      to: days.at(-1) ?? '',
      rows: rows.length,
      replaced: ids.length,
      source,
      ...(ids.length > 0 ? { reason } : {}),
    },
  }
  const change = [
    ...(ids.length > 0 ? [endStatement(ids, scope.userId, reason, now)] : []),
    statsStatement(stats, now, scope.userId),
    ...(ids.length > 0 ? [linkStatement(ids)] : []),
  ]
  try {
    await writeWithAudit(change, event, now)
    return true
  } catch (error) {
    if (!isTakenMeanwhile(error)) throw error
    return false
  }
}

const defaultSource = 'Biểu số 06/VPCP/KSTT'

function endStatement(ids: readonly number[], by: number, reason: string, at: number): Statement {
  return {
    sql: `update dossier_stats set ended_at = ?, ended_by = ?, end_reason = ?
      where id in (select value from json_each(?))`,
    args: [at, by, reason, JSON.stringify(ids)],
  }
}

/** Runs when the corrections are in: each leads from the old row to the one that stands in its place. */
const linkStatement = (ids: readonly number[]): Statement => ({
  sql: `update dossier_stats as old set replaced_by = (
      select s.id from dossier_stats s where s.unit_id = old.unit_id and s.field_id is old.field_id
        and s.from_on = old.from_on and s.ended_at is null)
    where id in (select value from json_each(?))`,
  args: [JSON.stringify(ids)],
})

/** Somebody else entered or corrected the same between the look and the change. */
const isTakenMeanwhile = (error: unknown) =>
  error instanceof LibsqlError && /dossier statistics (overlap|end once)/.test(error.message)

async function readPlaces(units: ReadonlyMap<string, number>, rows: readonly StatRow[]) {
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

async function idsOf(scope: Scope, codes: readonly string[]): Promise<number[]> {
  const units = await listUnitsFor(scope, 'dossiers')
  return units.filter(({ code }) => codes.includes(code)).map(({ id }) => id)
}

const placeOf = (unitId: number, fieldId: number | null) => `${unitId} ${fieldId ?? ''}`

const isSamePeriod = (a: Period, b: Period) => a.from === b.from && a.to === b.to
