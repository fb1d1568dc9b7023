import 'server-only'
import { type Grant, type Role, reachOf } from '@/domain/access'
import { maySettle } from '@/domain/invalidation'
import { plantTree } from '@/domain/unit'
import { database } from './client'
import type { ListedInvalidation } from './invalidation-reading'
import { listUnits } from './units'

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
