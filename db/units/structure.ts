import 'server-only'
import { type Scope, unitsFor } from '@/domain/access'
import { ok, type Result, refused } from '@/domain/problem'
import type { Unit } from '@/domain/unit'
import type { AuditEvent } from '../audit/event'
import { doneBy, writeUnlessRefused } from '../audit/log'
import type { Statement } from '../client'

/** Whether the person may move, end or revive the unit: who administers what stands above it. */
export function mayRestructure(scope: Scope, all: readonly Unit[], unit: Unit): boolean {
  const reach = unitsFor(scope, 'administration')
  return (
    reach.has(unit.id) &&
    (unit.parentId === null ? all.every(({ id }) => reach.has(id)) : reach.has(unit.parentId))
  )
}

/** The unit, where the person administers it. */
export const getReachable = (scope: Scope, all: readonly Unit[], code: string): Unit | undefined =>
  all.find((unit) => unit.code === code && unitsFor(scope, 'administration').has(unit.id))

/** The same, where they may move, end or revive it. */
export function getMovable(scope: Scope, all: readonly Unit[], code: string): Unit | undefined {
  const unit = getReachable(scope, all, code)
  return unit && mayRestructure(scope, all, unit) ? unit : undefined
}

/**
 * Sets a parent or successor. Two people may do so at once, each way sound alone: where a circle would close by now,
 * the row is given a unit that cannot be, and the whole batch fails.
 */
export function place(
  column: 'parent_id' | 'successor_id',
  unitId: number,
  target: number,
): Statement {
  const sql = `update units set ${column} = case when exists (
      with recursive above (id) as (select ? union select u.${column} from units u join above a on u.id = a.id)
      select 1 from above where id = ?
    ) then -1 else ? end where id = ?`
  return { sql, args: [target, unitId, target, unitId] }
}

/** What refuses a unit that would stand above itself. */
export const circle = (field?: string) =>
  refused({ code: 'would-circle', ...(field ? { field } : {}) } as const)

type Noted = Pick<AuditEvent, 'action' | 'detail'> & Readonly<{ unit: Unit }>

/** Changes the structure and notes it; refused where it would make a circle by now. */
export async function note(
  scope: Scope,
  change: readonly Statement[],
  { unit, ...event }: Noted,
  now: number,
  field?: string,
): Promise<Result<null, 'would-circle'>> {
  const noted = doneBy(scope, { ...event, unitId: unit.id })
  return (await writeUnlessRefused(/FOREIGN KEY/, change, noted, now)) ? ok(null) : circle(field)
}
