import 'server-only'
import type { Scope } from '@/domain/access'
import { ok, type Result, refused } from '@/domain/problem'
import { plantTree, subtreeOf } from '@/domain/unit'
import { database } from '../client'
import { circle, getMovable, getReachable, note, place } from './structure'
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

/** An administrator at a unit at the top runs the installation: below another one, nobody might. */
async function runsWithout(unitId: number): Promise<boolean> {
  const { rows } = await database().$client.execute({
    sql: `select 1 from grants g join units u on u.id = g.unit_id join users p on p.id = g.user_id
      where g.role = 'admin' and u.parent_id is null and u.id <> ? and p.disabled_at is null limit 1`,
    args: [unitId],
  })
  return rows.length > 0
}
