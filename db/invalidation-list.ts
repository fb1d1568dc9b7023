import 'server-only'
import { type Scope, unitsFor } from '@/domain/access'
import { database } from './client'
import { type ListedInvalidation, read } from './invalidation-reading'

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
