import 'server-only'
import { and, asc, desc, eq, isNotNull, isNull, lt, ne } from 'drizzle-orm'
import { reachOf, type Scope, unitsFor } from '@/domain/access'
import { groupBy } from '@/domain/group-by'
import { maySettle } from '@/domain/invalidation'
import { plantTree } from '@/domain/unit'
import { database } from '../client'
import { invalidationDecisions, invalidations } from '../schema/invalidations'
import { grants, users } from '../schema/people'
import { listUnits } from '../units/units'
import { type ListedInvalidation, read } from './reading'

/** Shown at once; the rest by `before`. */
export const invalidationsPerPage = 50

/** Those of the person's units that nobody has decided on, oldest first, a hundred at most. */
export const listOpenInvalidations = (scope: Scope): Promise<ListedInvalidation[]> =>
  read(scope, {
    where: isNull(invalidationDecisions.decision),
    orderBy: asc(invalidations.id),
    limit: 100,
  })

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
  read(scope, {
    where: and(
      isNotNull(invalidationDecisions.decision),
      before === undefined ? undefined : lt(invalidations.id, before),
    ),
    orderBy: desc(invalidations.id),
    limit: invalidationsPerPage,
  })

/** One of the person's units, or null. */
export async function getInvalidation(
  scope: Scope,
  id: number,
): Promise<ListedInvalidation | null> {
  // Out of an address; anything but a whole number would be refused by the driver.
  if (!Number.isSafeInteger(id)) return null
  const where = eq(invalidations.id, id)
  return (await read(scope, { where, orderBy: asc(invalidations.id), limit: 1 }))[0] ?? null
}

/** How many people other than the proposer may decide on it now: none means that it waits for somebody to be added. */
export async function countDeciders({
  unit,
  proposed,
}: Pick<ListedInvalidation, 'unit' | 'proposed'>): Promise<number> {
  const held = await database()
    .select({ userId: grants.userId, unitId: grants.unitId, role: grants.role })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(and(isNull(users.disabledAt), ne(users.id, proposed.userId)))
  const tree = plantTree(await listUnits())
  const byUser = groupBy(held, ({ userId }) => userId)
  return [...byUser.values()].filter((own) => maySettle(reachOf(own, tree), unit)).length
}
