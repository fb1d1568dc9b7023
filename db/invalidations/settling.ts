import 'server-only'
import type { Scope } from '@/domain/access'
import type { AuditAction } from '@/domain/audit-action'
import type { Decision } from '@/domain/invalidation'
import { ok, type Result, refused } from '@/domain/problem'
import type { Unit } from '@/domain/unit'
import type { AuditEvent } from '../audit/event'
import { doneBy, writeUnlessRefused } from '../audit/log'
import { database, type Statement } from '../client'
import { listUnits } from '../units/units'

type Stored = Readonly<{
  unit: Unit
  size: number
  proposedBy: number
  decision: Decision | null
  isRestored: boolean
}>

export const notFound = refused({ code: 'not-found' as const })

/** What stands of an invalidation, whoever asks. */
export async function findStored(id: number): Promise<Stored | null> {
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
