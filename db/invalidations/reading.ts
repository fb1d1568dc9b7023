import 'server-only'
import { type Scope, unitsFor } from '@/domain/access'
import type { Decision } from '@/domain/invalidation'
import type { Day, Period } from '@/domain/period'
import type { SignKind } from '@/domain/sign/sign'
import type { Unit } from '@/domain/unit'
import { takeTurn } from '@/lib/unhurried'
import { database } from '../client'
import { listUnits } from '../units/units'

/** A person's act, as a page shows it. */
export type Act = Readonly<{ userId: number; name: string; at: number }>

/** An invalidation with all that became of it. */
export type ListedInvalidation = Readonly<{
  id: number
  unit: Unit
  size: number
  reason: string
  sign: SignKind | null
  proposed: Act
  decision: (Act & Readonly<{ decision: Decision }>) | null
  restored: (Act & Readonly<{ reason: string }>) | null
  /** The days on which its responses were answered. */
  from: Day
  to: Day
}>

/** Those in the person's units for which `where` holds, with who did what. */
export async function read(
  scope: Scope,
  where: string,
  args: number[],
  order: string,
): Promise<ListedInvalidation[]> {
  const { rows } = await database().$client.execute({
    sql: `select i.id, i.unit_id as unitId, i.size, i.reason, i.sign, i.proposed_by as proposedBy,
        i.proposed_at as proposedAt, p.name as proposer, d.decision, d.decided_by as decidedBy,
        d.decided_at as decidedAt, q.name as decider, b.reason as restoreReason, b.restored_by as restoredBy,
        b.restored_at as restoredAt, s.name as restorer
      from invalidations i join users p on p.id = i.proposed_by
        left join invalidation_decisions d on d.invalidation_id = i.id left join users q on q.id = d.decided_by
        left join invalidation_restorations b on b.invalidation_id = i.id left join users s on s.id = b.restored_by
      where i.unit_id in (select value from json_each(?)) and ${where} order by ${order}`,
    args: [JSON.stringify([...unitsFor(scope, 'invalidation')]), ...args],
  })
  const units = new Map((await listUnits()).map((unit) => [unit.id, unit]))
  const listed: ListedInvalidation[] = []
  for (const row of rows as unknown as readonly Row[]) {
    const unit = units.get(row.unitId)
    if (unit) listed.push(toListed(row, unit, await readDays(row.id)))
    // Each may name some hundreds of responses.
    await takeTurn()
  }
  return listed
}

async function readDays(id: number): Promise<Period> {
  const { rows } = await database().$client.execute({
    sql: `select min(r.answered_on), max(r.answered_on)
      from invalidation_responses m join responses r on r.seq = m.response_seq where m.invalidation_id = ?`,
    args: [id],
  })
  return { from: String(rows[0]?.[0]), to: String(rows[0]?.[1]) }
}

type Row = Readonly<{
  id: number
  unitId: number
  size: number
  reason: string
  sign: SignKind | null
  proposedBy: number
  proposedAt: number
  proposer: string
  decision: Decision | null
  decidedBy: number
  decidedAt: number
  decider: string
  restoreReason: string | null
  restoredBy: number
  restoredAt: number
  restorer: string
}>

const toListed = (row: Row, unit: Unit, { from, to }: Period): ListedInvalidation => ({
  id: row.id,
  unit,
  size: row.size,
  reason: row.reason,
  sign: row.sign,
  proposed: { userId: row.proposedBy, name: row.proposer, at: row.proposedAt },
  decision: row.decision && {
    decision: row.decision,
    userId: row.decidedBy,
    name: row.decider,
    at: row.decidedAt,
  },
  restored:
    row.restoreReason === null
      ? null
      : {
          reason: row.restoreReason,
          userId: row.restoredBy,
          name: row.restorer,
          at: row.restoredAt,
        },
  from,
  to,
})
