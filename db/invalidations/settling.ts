import 'server-only'
import { eq } from 'drizzle-orm'
import type { Scope } from '@/domain/access'
import type { AuditAction } from '@/domain/audit-action'
import { ok, type Result, refused } from '@/domain/problem'
import type { AuditEvent } from '../audit/event'
import { doneBy, writeUnlessRefused } from '../audit/log'
import { database, type Statement } from '../client'
import {
  invalidationDecisions,
  invalidationRestorations,
  invalidations,
} from '../schema/invalidations'
import { listUnits } from '../units/units'

export const notFound = refused({ code: 'not-found' as const })

/** What stands of an invalidation, whoever asks; null where there is none. */
export async function findStored(id: number) {
  // Out of an address; anything but a whole number would be refused by the driver.
  if (!Number.isSafeInteger(id)) return null
  const { decision } = invalidationDecisions
  const restored = invalidationRestorations
  const [row] = await database()
    .select({ proposal: invalidations, decision, restoredAt: restored.restoredAt })
    .from(invalidations)
    .leftJoin(invalidationDecisions, eq(invalidationDecisions.invalidationId, invalidations.id))
    .leftJoin(restored, eq(restored.invalidationId, invalidations.id))
    .where(eq(invalidations.id, id))
  const unit = row && (await listUnits()).find((one) => one.id === row.proposal.unitId)
  if (!unit) return null
  const { size, proposedBy } = row.proposal
  return { unit, size, proposedBy, decision: row.decision, isRestored: row.restoredAt !== null }
}

/** Writes a decision or restoration with all it changes; `late` where somebody else was first. */
export async function settle<Late extends string>(
  change: readonly Statement[],
  event: AuditEvent,
  now: number,
  late: Late,
): Promise<Result<null, Late>> {
  const isFirst = await writeUnlessRefused(/UNIQUE.*\.invalidation_id$/, change, event, now)
  return isFirst ? ok(null) : refused({ code: late })
}

/** Takes its responses out of what is counted, or back in. */
export const setTallied = (id: number, tallied: 0 | 1): Statement => ({
  sql: `update responses set tallied = ? where seq in (
    select response_seq from invalidation_responses where invalidation_id = ?)`,
  args: [tallied, id],
})

/** The responses may be proposed again. */
export const letGo = (id: number): Statement => ({
  sql: 'update invalidation_responses set held = 0 where invalidation_id = ?',
  args: [id],
})

/** What the log notes of an act on an invalidation: its number and how many responses it names. */
export const eventOf = (
  scope: Scope,
  action: AuditAction,
  unitId: number,
  invalidation: number,
  responses: number,
): AuditEvent => doneBy(scope, { action, unitId, detail: { invalidation, responses } })
