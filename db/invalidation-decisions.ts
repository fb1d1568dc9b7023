import 'server-only'
import type { Scope } from '@/domain/access'
import { type Decision, mayPropose, maySettle } from '@/domain/invalidation'
import { type Result, refused } from '@/domain/problem'
import { sumInvalidationCells, takeOut } from './invalidation-cells'
import { eventOf } from './invalidation-event'
import { findStored, letGo, notFound, setTallied, settle } from './invalidation-settling'

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
