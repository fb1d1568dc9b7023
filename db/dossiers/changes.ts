import 'server-only'
import type { Scope } from '@/domain/access'
import { cleanText } from '@/domain/answer'
import { ok, type Result, refused, tooLong } from '@/domain/problem'
import { tidy } from '@/domain/tidy-text'
import type { Actor, AuditEvent } from '../audit/event'
import { writeUnlessRefused } from '../audit/log'
import { listUnits, type NewUnit, unitStatement } from '../units/units'
import { listEntryUnits, planRows } from './plan'
import type { KnownUnits, Plan, PlanProblem, StatRow } from './rows'
import {
  endStatement,
  linkStatement,
  type NewStat,
  statsStatement,
  takenMeanwhile,
} from './statements'

export type Change = Readonly<{
  rows: readonly StatRow[]
  source: string
  /** Needed where something that stands is replaced. */
  reason: string
  /** The entries that the person saw and means to replace; null for whatever stands. */
  seen: readonly number[] | null
}>

type ChangeProblem =
  | PlanProblem['code']
  | 'changed-meanwhile'
  | 'blank-reason'
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

type Author = Actor & Readonly<{ units: KnownUnits; made: readonly NewUnit[] }>

async function save(
  { rows, source, reason, seen }: Change,
  author: Author,
  now: number,
): Promise<Saved> {
  const why = cleanText(reason, longest.reason)
  const from = tidy(source)
  if (why.length > longest.reason) return tooLong('reason', longest.reason)
  if (from.length > longest.source) return tooLong('source', longest.source)
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
    return refused({ code: 'blank-reason', field: 'reason' })
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
  const event = eventOf(rows, { source, reason }, ids.length, author)
  return writeUnlessRefused(takenMeanwhile, change, event, now)
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

/** Typed and named by nobody: the figures must not claim a source that nobody gave. */
const defaultSource = 'bảng gõ tay, chưa ghi nguồn'
