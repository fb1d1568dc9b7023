import 'server-only'
import type { Scope } from '@/domain/access'
import { mayPropose, maySettle, readReason } from '@/domain/invalidation'
import { type Result, refused } from '@/domain/problem'
import { putBack, sumInvalidationCells } from './invalidation-cells'
import { eventOf } from './invalidation-event'
import { findStored, letGo, notFound, setTallied, settle } from './invalidation-settling'

export type RestorationProblem =
  | 'not-found'
  | 'not-confirmed'
  | 'already-restored'
  | 'blank-reason'
  | 'too-long'

/** Lets the responses of a confirmed invalidation count again, once; by whoever could have confirmed it, with a reason. */
export async function restoreInvalidation(
  scope: Scope,
  id: number,
  typed: string | null,
  now: number,
): Promise<Result<null, RestorationProblem>> {
  const found = await findStored(id)
  if (!found || !mayPropose(scope.units, found.unit) || !maySettle(scope.units, found.unit))
    return notFound
  if (found.decision !== 'confirmed') return refused({ code: 'not-confirmed' })
  if (found.isRestored) return refused({ code: 'already-restored' })
  const reason = readReason(typed)
  if (!reason.ok) return reason
  const cells = await sumInvalidationCells(id)
  return settle(
    [
      {
        sql: `insert into invalidation_restorations (invalidation_id, reason, restored_by, restored_at)
          values (?, ?, ?, ?)`,
        args: [id, reason.value, scope.userId, now],
      },
      ...putBack(cells),
      setTallied(id, 1),
      letGo(id),
    ],
    eventOf(scope, 'invalidation-restored', found.unit.id, id, found.size),
    now,
    'already-restored',
  )
}
