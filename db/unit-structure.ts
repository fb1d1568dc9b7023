import 'server-only'
import { LibsqlError } from '@libsql/client'
import { type Scope, unitsFor } from '@/domain/access'
import { isDay, shiftDay, startOfDay } from '@/domain/period'
import { ok, type Result, refused } from '@/domain/problem'
import { isValidOn, plantTree, subtreeOf, type Unit } from '@/domain/unit'
import { type AuditEvent, writeWithAudit } from './audit'
import { database, type Statement } from './client'
import { listUnits } from './units'

type MoveProblem = 'not-found' | 'would-circle' | 'last-top-administrator'

/**
 * Puts a unit and everything under it under another one. The figures of both parents change, for the past too: a
 * parent counts what stands under it now. Only who administers the parents may: a unit does not take itself away.
 */
export async function moveUnit(
  scope: Scope,
  code: string,
  parentCode: string,
  now: number,
): Promise<Result<null, MoveProblem>> {
  const all = await listUnits()
  const unit = getMovable(scope, all, code)
  const parent = getReachable(scope, all, parentCode)
  if (!unit) return refused({ code: 'not-found' })
  if (!parent) return refused({ code: 'not-found', field: 'parent' })
  if (unit.parentId === parent.id) return ok(null)
  if (subtreeOf(plantTree(all), unit.id).includes(parent.id)) return circle('parent')
  if (unit.parentId === null && !(await runsWithout(unit.id))) {
    return refused({ code: 'last-top-administrator', field: 'parent' })
  }
  const from = all.find(({ id }) => id === unit.parentId)?.code ?? null
  const detail = { unit: code, from, to: parentCode }
  return note(
    scope,
    [place('parent_id', unit.id, parent.id)],
    { action: 'unit-moved', unit, detail },
    now,
    'parent',
  )
}

type MergeProblem =
  | 'not-found'
  | 'would-circle'
  | 'day-wrong'
  | 'ends-before-start'
  | 'successor-ended'
  | 'successor-below'

/**
 * Ends a unit on a day; another takes over from the next. What was counted stays with the old one. Its links and QR
 * codes close with that day, or now where the day is past; its tablets count for it until they are enrolled anew.
 */
export async function mergeUnit(
  scope: Scope,
  code: string,
  { successorCode, day }: Readonly<{ successorCode: string; day: string }>,
  now: number,
): Promise<Result<null, MergeProblem>> {
  const all = await listUnits()
  const unit = getMovable(scope, all, code)
  const successor = getReachable(scope, all, successorCode)
  if (!unit) return refused({ code: 'not-found' })
  if (!successor) return refused({ code: 'not-found', field: 'successor' })
  if (!isDay(day)) return refused({ code: 'day-wrong', field: 'day' })
  if (unit.validFrom && day < unit.validFrom) {
    return refused({ code: 'ends-before-start', field: 'day' })
  }
  if (unit.id === successor.id || leadsTo(all, successor, unit.id)) return circle('successor')
  if (subtreeOf(plantTree(all), unit.id).includes(successor.id)) {
    return refused({ code: 'successor-below', field: 'successor' })
  }
  if (!isValidOn(successor, shiftDay(day, 1))) {
    return refused({ code: 'successor-ended', field: 'successor' })
  }
  const closedAt = Math.max(startOfDay(shiftDay(day, 1)), now)
  const change = [
    place('successor_id', unit.id, successor.id),
    { sql: 'update units set valid_to = ? where id = ?', args: [day, unit.id] },
    {
      sql: `update doors set closed_at = ? where unit_id = ? and kind = 'link'
        and (closed_at is null or closed_at > ?)`,
      args: [closedAt, unit.id, closedAt],
    },
  ]
  const detail = { unit: code, successor: successorCode, day }
  return note(scope, change, { action: 'unit-merged', unit, detail }, now, 'successor')
}

/** Takes a merger back; links that have closed already stay so until somebody opens them. */
export async function undoMerger(
  scope: Scope,
  code: string,
  now: number,
): Promise<Result<null, 'not-found' | 'would-circle'>> {
  const unit = getMovable(scope, await listUnits(), code)
  if (!unit || unit.successorId === null) return refused({ code: 'not-found' })
  const { id } = unit
  const change = [
    { sql: 'update units set successor_id = null, valid_to = null where id = ?', args: [id] },
    {
      sql: "update doors set closed_at = null where unit_id = ? and kind = 'link' and closed_at > ?",
      args: [id, now],
    },
  ]
  return note(scope, change, { action: 'unit-merger-undone', unit, detail: { unit: code } }, now)
}

/** Whether the person may move, end or revive the unit: who administers what stands above it. */
export function mayRestructure(scope: Scope, all: readonly Unit[], unit: Unit): boolean {
  const reach = unitsFor(scope, 'administration')
  return (
    reach.has(unit.id) &&
    (unit.parentId === null ? all.every(({ id }) => reach.has(id)) : reach.has(unit.parentId))
  )
}

const getReachable = (scope: Scope, all: readonly Unit[], code: string): Unit | undefined =>
  all.find((unit) => unit.code === code && unitsFor(scope, 'administration').has(unit.id))

function getMovable(scope: Scope, all: readonly Unit[], code: string): Unit | undefined {
  const unit = getReachable(scope, all, code)
  return unit && mayRestructure(scope, all, unit) ? unit : undefined
}

/** An administrator at a unit at the top runs the installation: below another one, nobody might. */
async function runsWithout(unitId: number): Promise<boolean> {
  const { rows } = await database().$client.execute({
    sql: `select 1 from grants g join units u on u.id = g.unit_id join users p on p.id = g.user_id
      where g.role = 'admin' and u.parent_id is null and u.id <> ? and p.disabled_at is null limit 1`,
    args: [unitId],
  })
  return rows.length > 0
}

function leadsTo(all: readonly Unit[], from: Unit, id: number): boolean {
  const seen = new Set<number>()
  let at: Unit | undefined = from
  while (at && !seen.has(at.id)) {
    if (at.id === id) return true
    seen.add(at.id)
    const next: number | null = at.successorId
    at = all.find((unit) => unit.id === next)
  }
  return false
}

/**
 * Sets a parent or successor. Two people may do so at once, each way sound alone: where a circle would close by now,
 * the row is given a unit that cannot be, and the whole batch fails.
 */
function place(column: 'parent_id' | 'successor_id', unitId: number, target: number): Statement {
  const sql = `update units set ${column} = case when exists (
      with recursive above (id) as (select ? union select u.${column} from units u join above a on u.id = a.id)
      select 1 from above where id = ?
    ) then -1 else ? end where id = ?`
  return { sql, args: [target, unitId, target, unitId] }
}

const circle = (field?: string) =>
  refused({ code: 'would-circle', ...(field ? { field } : {}) } as const)

type Noted = Pick<AuditEvent, 'action' | 'detail'> & Readonly<{ unit: Unit }>

async function note(
  { userId }: Scope,
  change: readonly Statement[],
  { unit, ...event }: Noted,
  now: number,
  field?: string,
): Promise<Result<null, 'would-circle'>> {
  try {
    await writeWithAudit(change, { ...event, unitId: unit.id, actorId: userId, actor: 'user' }, now)
    return ok(null)
  } catch (error) {
    if (error instanceof LibsqlError && /FOREIGN KEY/.test(error.message)) return circle(field)
    throw error
  }
}
