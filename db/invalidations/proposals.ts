import 'server-only'
import type { Scope } from '@/domain/access'
import { largestInvalidation, mayPropose, readReason } from '@/domain/invalidation'
import { ok, type Problem, type Result, refused } from '@/domain/problem'
import type { SignKind } from '@/domain/sign/sign'
import type { Unit } from '@/domain/unit'
import { writeWithAudit } from '../audit/log'
import { database, type Statement } from '../client'
import { isRefusedAs } from '../refused-change'
import { listUnits } from '../units/units'
import { eventOf } from './settling'

export type Proposal = Readonly<{
  /** The responses by their number in order of arrival (`seq`). */
  responses: readonly number[]
  reason: string | null
  /** The kind of sign they were found by. */
  sign: SignKind | null
}>

export type ProposalProblem =
  | 'not-found'
  | 'none-chosen'
  | 'too-many-chosen'
  | 'several-units'
  | 'already-proposed'
  | 'blank-reason'
  | 'too-long'

/**
 * Proposes that responses be left out of the count; until somebody else confirms it they count. Answers the number of
 * the proposal. All of them must be of one unit in which the person may propose, and in no other open proposal.
 */
export async function proposeInvalidation(
  scope: Scope,
  proposal: Proposal,
  now: number,
): Promise<Result<number, ProposalProblem>> {
  const reason = readReason(proposal.reason)
  const chosen = await findChosen(scope, proposal.responses)
  if (!chosen.ok) return chosen
  if (!reason.ok) return reason
  const { unit, seqs } = chosen.value
  const id = await nextId()
  const event = eventOf(scope, 'invalidation-proposed', unit.id, id, seqs.length)
  try {
    const content = { reason: reason.value, sign: proposal.sign }
    const change = proposalStatements(scope, { id, unit, seqs }, content, now)
    await writeWithAudit(change, event, now)
    return ok(id)
  } catch (error) {
    if (isRefusedAs(error, /UNIQUE.*invalidation_responses\.response_seq$/)) return alreadyProposed
    // Somebody else's proposal got the number meanwhile.
    if (isRefusedAs(error, /UNIQUE.*invalidations\.id$/))
      return proposeInvalidation(scope, proposal, now)
    throw error
  }
}

const notFound = refused({ code: 'not-found' as const })
const alreadyProposed = refused({ code: 'already-proposed' as const, field: 'responses' })

type Chosen = Readonly<{ unit: Unit; seqs: readonly number[] }>

async function findChosen(
  scope: Scope,
  responses: readonly number[],
): Promise<Result<Chosen, ProposalProblem>> {
  const seqs = [...new Set(responses)]
  const wrong = (code: ProposalProblem, params?: Problem['params']) =>
    refused({ code, field: 'responses', ...(params ? { params } : {}) })
  if (seqs.length === 0) return wrong('none-chosen')
  if (seqs.length > largestInvalidation)
    return wrong('too-many-chosen', { max: largestInvalidation })
  if (!seqs.every(Number.isSafeInteger)) return notFound
  const { rows } = await database().$client.execute({
    sql: `select r.unit_id as unitId, r.tallied, i.held from json_each(?) c join responses r on r.seq = c.value
      left join invalidation_responses i on i.response_seq = r.seq and i.held = 1`,
    args: [JSON.stringify(seqs)],
  })
  const unitIds = new Set(rows.map((row) => Number(row.unitId)))
  const units = (await listUnits()).filter(({ id }) => unitIds.has(id))
  if (rows.length < seqs.length || !units.every((unit) => mayPropose(scope.units, unit))) {
    return notFound
  }
  const [unit, ...others] = units
  if (!unit || others.length > 0) return wrong('several-units')
  if (rows.some((row) => row.held === 1 || row.tallied !== 1)) return alreadyProposed
  return ok({ unit, seqs })
}

async function nextId(): Promise<number> {
  const { rows } = await database().$client.execute('select max(id) from invalidations')
  return Number(rows[0]?.[0] ?? 0) + 1
}

function proposalStatements(
  scope: Scope,
  { id, unit, seqs }: Chosen & { id: number },
  { reason, sign }: Readonly<{ reason: string; sign: SignKind | null }>,
  now: number,
): Statement[] {
  return [
    {
      sql: `insert into invalidations (id, unit_id, size, reason, sign, proposed_by, proposed_at)
        values (?, ?, ?, ?, ?, ?, ?)`,
      args: [id, unit.id, seqs.length, reason, sign, scope.userId, now],
    },
    {
      sql: `insert into invalidation_responses (invalidation_id, response_seq)
        select ?, value from json_each(?)`,
      args: [id, JSON.stringify(seqs)],
    },
  ]
}
