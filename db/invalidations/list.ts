import 'server-only'
import { type Grant, type Role, reachOf, type Scope, unitsFor } from '@/domain/access'
import { maySettle } from '@/domain/invalidation'
import { plantTree } from '@/domain/unit'
import { database } from '../client'
import { listUnits } from '../units/units'
import { type ListedInvalidation, read } from './reading'

/** Shown at once; the rest by `before`. */
export const invalidationsPerPage = 50

/** Those of the person's units that nobody has decided on, oldest first, a hundred at most. */
export const listOpenInvalidations = (scope: Scope): Promise<ListedInvalidation[]> =>
  read(scope, 'd.decision is null', [], 'i.id limit 100')

/** How many of the person's units nobody has decided on. */
export async function countOpenInvalidations(scope: Scope): Promise<number> {
  const { rows } = await database().$client.execute({
    sql: `select count(*) from invalidations i where i.unit_id in (select value from json_each(?))
      and not exists (select 1 from invalidation_decisions d where d.invalidation_id = i.id)`,
    args: [JSON.stringify([...unitsFor(scope, 'invalidation')])],
  })
  return Number(rows[0]?.[0])
}

/** Those that were decided on, newest first; `before` is the number of the last one seen. */
export const listPastInvalidations = (scope: Scope, before?: number) =>
  read(
    scope,
    'd.decision is not null and i.id < ?',
    [before ?? Number.MAX_SAFE_INTEGER],
    `i.id desc limit ${invalidationsPerPage}`,
  )

/** One of the person's units, or null. */
export async function getInvalidation(
  scope: Scope,
  id: number,
): Promise<ListedInvalidation | null> {
  // Out of an address; anything but a whole number would be refused by the driver.
  return Number.isSafeInteger(id)
    ? ((await read(scope, 'i.id = ?', [id], 'i.id'))[0] ?? null)
    : null
}

/** How many people other than the proposer may decide on it now: none means that it waits for somebody to be added. */
export async function countDeciders({
  unit,
  proposed,
}: Pick<ListedInvalidation, 'unit' | 'proposed'>): Promise<number> {
  const { rows } = await database().$client.execute(
    `select g.user_id as userId, g.unit_id as unitId, g.role from grants g join users u on u.id = g.user_id
      where u.disabled_at is null`,
  )
  const tree = plantTree(await listUnits())
  const byUser = new Map<number, Grant[]>()
  for (const row of rows) {
    const userId = Number(row.userId)
    // Only the grants' own statement writes roles.
    const grant = { unitId: Number(row.unitId), role: String(row.role) as Role }
    byUser.set(userId, [...(byUser.get(userId) ?? []), grant])
  }
  byUser.delete(proposed.userId)
  return [...byUser.values()].filter((grants) => maySettle(reachOf(grants, tree), unit)).length
}
