import 'server-only'
import { and, eq, inArray, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Scope, unitsFor } from '@/domain/access'
import type { Decision } from '@/domain/invalidation'
import type { Day, Period } from '@/domain/period'
import type { SignKind } from '@/domain/sign/sign'
import type { Unit } from '@/domain/unit'
import { takeTurn } from '@/lib/unhurried'
import { database } from '../client'
import {
  invalidationDecisions,
  invalidationRestorations,
  invalidations,
} from '../schema/invalidations'
import { users } from '../schema/people'
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

type Asked = Readonly<{ where: SQL | undefined; orderBy: SQL; limit: number }>

/** Those in the person's units for which `where` holds, with who did what. */
export async function read(scope: Scope, asked: Asked): Promise<ListedInvalidation[]> {
  const reach = inArray(invalidations.unitId, [...unitsFor(scope, 'invalidation')])
  const rows = await select()
    .where(and(reach, asked.where))
    .orderBy(asked.orderBy)
    .limit(asked.limit)
  const units = new Map((await listUnits()).map((unit) => [unit.id, unit]))
  const listed: ListedInvalidation[] = []
  for (const row of rows) {
    const unit = units.get(row.proposal.unitId)
    if (unit) listed.push(toListed(row, unit, await readDays(row.proposal.id)))
    // Each may name some hundreds of responses.
    await takeTurn()
  }
  return listed
}

function select() {
  const [decider, restorer] = [alias(users, 'decider'), alias(users, 'restorer')]
  const decision = invalidationDecisions
  const restored = invalidationRestorations
  return database()
    .select({
      ...{ proposal: invalidations, proposer: users.name },
      ...{ decision, decider: decider.name, restored, restorer: restorer.name },
    })
    .from(invalidations)
    .innerJoin(users, eq(users.id, invalidations.proposedBy))
    .leftJoin(decision, eq(decision.invalidationId, invalidations.id))
    .leftJoin(decider, eq(decider.id, decision.decidedBy))
    .leftJoin(restored, eq(restored.invalidationId, invalidations.id))
    .leftJoin(restorer, eq(restorer.id, restored.restoredBy))
}

async function readDays(id: number): Promise<Period> {
  const { rows } = await database().$client.execute({
    sql: `select min(r.answered_on), max(r.answered_on)
      from invalidation_responses m join responses r on r.seq = m.response_seq where m.invalidation_id = ?`,
    args: [id],
  })
  return { from: String(rows[0]?.[0]), to: String(rows[0]?.[1]) }
}

type Row = Awaited<ReturnType<typeof select>>[number]

function toListed(row: Row, unit: Unit, { from, to }: Period): ListedInvalidation {
  const { proposal, proposer, decision, decider, restored, restorer } = row
  const { id, size, reason, sign, proposedBy, proposedAt } = proposal
  const actOf = (userId: number, name: string | null, at: number) => ({
    userId,
    name: name ?? '',
    at,
  })
  return {
    ...{ id, unit, size, reason, sign, from, to },
    proposed: actOf(proposedBy, proposer, proposedAt),
    decision: decision && {
      decision: decision.decision,
      ...actOf(decision.decidedBy, decider, decision.decidedAt),
    },
    restored: restored && {
      reason: restored.reason,
      ...actOf(restored.restoredBy, restorer, restored.restoredAt),
    },
  }
}
