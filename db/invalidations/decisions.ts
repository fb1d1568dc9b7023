import 'server-only'
import type { Scope } from '@/domain/access'
import { type Decision, mayPropose, maySettle, readReason } from '@/domain/invalidation'
import { type Result, refused } from '@/domain/problem'
import { putBack, sumInvalidationCells, takeOut } from './cells'
import { eventOf, findStored, letGo, notFound, setTallied, settle } from './settling'

export type DecisionProblem = 'not-found' | 'own-proposal' | 'not-proposer' | 'already-decided'

/**
 * Decides on a proposal, once: a second person who holds the right at the unit's parent confirms or declines, the
 * proposer may withdraw. Confirming takes the responses out of the tallies in the same transaction.
 */
export async function decideInvalidation(
  scope: Scope,
  id: number,
  decision: Decision,
  now: number,
): Promise<Result<null, DecisionProblem>> {
  const found = await findStored(id)
  if (!found || !mayPropose(scope.units, found.unit)) return notFound
  const isProposer = found.proposedBy === scope.userId
  if (decision === 'withdrawn' && !isProposer) return refused({ code: 'not-proposer' })
  if (decision !== 'withdrawn' && !maySettle(scope.units, found.unit)) return notFound
  if (decision !== 'withdrawn' && isProposer) return refused({ code: 'own-proposal' })
  if (found.decision !== null) return refused({ code: 'already-decided' })
  const cells = decision === 'confirmed' ? await sumInvalidationCells(id) : null
  return settle(
    [
      {
        sql: `insert into invalidation_decisions (invalidation_id, decision, decided_by, decided_at)
          values (?, ?, ?, ?)`,
        args: [id, decision, scope.userId, now],
      },
      ...(cells ? [...takeOut(cells), setTallied(id, 0)] : [letGo(id)]),
    ],
    eventOf(scope, `invalidation-${decision}`, found.unit.id, id, found.size),
    now,
    'already-decided',
  )
}

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
