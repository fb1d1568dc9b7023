import 'server-only'
import { LibsqlError } from '@libsql/client'
import { type Scope, unitsFor } from '@/domain/access'
import { ok, type Result, refused } from '@/domain/problem'
import { type Actor, type AuditEvent, writeWithAudit } from './audit'
import { database, type Statement } from './client'
import {
  type KnownUnits,
  listEntryUnits,
  type Plan,
  type PlanProblem,
  planRows,
  type StatRow,
} from './dossier-plan'
import { type NewStat, statsStatement } from './dossier-stats'
import { listUnits, type NewUnit, unitStatement } from './units'

export type Change = Readonly<{
  rows: readonly StatRow[]
  source: string
  /** Needed where something that stands is replaced. */
  reason: string
  /** The entries that the person saw and means to replace; null for whatever stands. */
  seen: readonly number[] | null
}>

export type ChangeProblem =
  | PlanProblem['code']
  | 'changed-meanwhile'
  | 'reason-needed'
  | 'nothing-new'
  | 'too-long'

export const longest = { source: 120, reason: 300 }

type Saved = Result<{ added: number; replaced: number; same: number }, ChangeProblem>

/** Stores all rows or none; what they correct ends and is kept, with who did it and why. */
export async function saveDossierRows(scope: Scope, change: Change, now: number): Promise<Saved> {
  const units = await listEntryUnits(scope)
  return await save(change, { actorId: scope.userId, actor: 'user', units, made: [] }, now)
}

/** The same for a command on the server, for any units; those in `made` are made with it, parents first. */
export async function importDossierRows(
  change: Change,
  made: readonly NewUnit[],
  now: number,
): Promise<Saved> {
  const units = new Map<string, number | null>(made.map(({ code }) => [code, null]))
  for (const { id, code } of await listUnits()) units.set(code, id)
  return await save(change, { actorId: null, actor: 'import:dossiers', units, made }, now)
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

type Author = Actor & Readonly<{ units: KnownUnits; made: readonly NewUnit[] }>

async function save(
  { rows, source, reason, seen }: Change,
  author: Author,
  now: number,
): Promise<Saved> {
  const why = reason.normalize('NFC').trim()
  const from = source.normalize('NFC').trim()
  if (why.length > longest.reason || from.length > longest.source) {
    const field = why.length > longest.reason ? 'reason' : 'source'
    return refused({ code: 'too-long', field, params: { max: longest[field] } })
  }
  const plan = await planRows(author.units, rows)
  if (plan.problems.length > 0) {
    return { ok: false, problems: plan.problems.map(({ problem }) => problem) }
  }
  const known = seen && new Set(seen)
  if (known && plan.replaced.some(({ id }) => !known.has(id))) {
    return refused({ code: 'changed-meanwhile' })
  }
  if (plan.added.length + plan.replaced.length === 0) return refused({ code: 'nothing-new' })
  if (plan.replaced.length > 0 && why === '') {
    return refused({ code: 'reason-needed', field: 'reason' })
  }
  const stored = await store(plan, { source: from || defaultSource, reason: why }, author, now)
  if (!stored) return refused({ code: 'changed-meanwhile' })
  const { added, replaced, same } = plan
  return ok({ added: added.length, replaced: replaced.length, same: same.length })
}

type Words = Readonly<{ source: string; reason: string }>

async function store(
  { added, replaced }: Plan,
  { source, reason }: Words,
  author: Author,
  now: number,
): Promise<boolean> {
  const ids = replaced.map(({ id }) => id)
  const rows = [...added, ...replaced.map(({ row }) => row)]
  const stats: NewStat[] = rows.map((row) => ({ ...row, source }))
  const change = [
    ...author.made.map(unitStatement),
    ...(ids.length > 0 ? [endStatement(ids, author.actorId, reason, now)] : []),
    statsStatement(stats, now, author.actorId),
    ...(ids.length > 0 ? [linkStatement(ids)] : []),
  ]
  try {
    await writeWithAudit(change, eventOf(rows, { source, reason }, ids.length, author), now)
    return true
  } catch (error) {
    if (!isTakenMeanwhile(error)) throw error
    return false
  }
}

function eventOf(
  rows: readonly StatRow[],
  { source, reason }: Words,
  replaced: number,
  { actorId, actor, units, made }: Author,
): AuditEvent {
  const codes = [...new Set(rows.map(({ unitCode }) => unitCode))]
  const days = rows.flatMap(({ period }) => [period.from, period.to]).sort()
  const unitId = codes.length === 1 ? units.get(codes[0] ?? '') : null
  const byHand = replaced > 0 ? 'dossiers-corrected' : 'dossiers-entered'
  return {
    actorId,
    actor,
    action: actorId === null ? 'dossiers-imported' : byHand,
    ...(unitId == null ? {} : { unitId }),
    detail: {
      units: codes.length,
      ...(made.length > 0 ? { made: made.length } : {}),
      from: days[0] ?? '',
      to: days.at(-1) ?? '',
      rows: rows.length,
      replaced,
      source,
      ...(replaced > 0 ? { reason } : {}),
    },
  }
}

const defaultSource = 'Biểu số 06/VPCP/KSTT'

function endStatement(
  ids: readonly number[],
  by: number | null,
  reason: string,
  at: number,
): Statement {
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
