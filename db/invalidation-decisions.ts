import 'server-only'
import type { Scope } from '@/domain/access'
import { type Decision, mayPropose, maySettle, readReason } from '@/domain/invalidation'
import { ok, type Result, refused } from '@/domain/problem'
import type { Unit } from '@/domain/unit'
import { type AuditEvent, writeWithAudit } from './audit'
import { database, type Statement } from './client'
import { putBack, sumInvalidationCells, takeOut } from './invalidation-cells'
import { eventOf, isTaken } from './invalidation-event'
import { listUnits } from './units'

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

type Stored = Readonly<{
  unit: Unit
  size: number
  proposedBy: number
  decision: Decision | null
  isRestored: boolean
}>

const notFound = refused({ code: 'not-found' as const })
async function findStored(id: number): Promise<Stored | null> {
  // Out of an address; anything but a whole number would be refused by the driver.
  if (!Number.isSafeInteger(id)) return null
  const { rows } = await database().$client.execute({
    sql: `select i.unit_id as unitId, i.size, i.proposed_by as proposedBy, d.decision,
        r.invalidation_id is not null as isRestored
      from invalidations i left join invalidation_decisions d on d.invalidation_id = i.id
        left join invalidation_restorations r on r.invalidation_id = i.id
      where i.id = ?`,
    args: [id],
  })
  const [row] = rows
  const unit = row && (await listUnits()).find((one) => one.id === Number(row.unitId))
  if (!unit) return null
  return {
    unit,
    size: Number(row.size),
    proposedBy: Number(row.proposedBy),
    decision: row.decision === null ? null : (String(row.decision) as Decision),
    isRestored: row.isRestored === 1,
  }
}

/** Writes a decision or restoration with all it changes; `late` where somebody else was first. */
async function settle<Late extends string>(
  change: readonly Statement[],
  event: AuditEvent,
  now: number,
  late: Late,
): Promise<Result<null, Late>> {
  try {
    await writeWithAudit(change, event, now)
    return ok(null)
  } catch (error) {
    if (isTaken(error, '.invalidation_id')) return refused({ code: late })
    throw error
  }
}

const setTallied = (id: number, tallied: 0 | 1): Statement => ({
  sql: `update responses set tallied = ? where seq in (
    select response_seq from invalidation_responses where invalidation_id = ?)`,
  args: [tallied, id],
})

/** The responses may be proposed again. */
const letGo = (id: number): Statement => ({
  sql: 'update invalidation_responses set held = 0 where invalidation_id = ?',
  args: [id],
})
