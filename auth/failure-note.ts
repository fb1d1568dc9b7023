import 'server-only'
import type { AuditEvent } from '@/db/audit/event'
import { writeWithAudit } from '@/db/audit/log'
import { logFault } from '@/lib/log'

/**
 * Into the audit log: the 1st, 2nd, 4th, 8th … failure in a row of a person who exists, so that a
 * stranger can neither fill the log nor write into it what was typed. Written after the answer, whose
 * time must not tell whether the person exists.
 */
export function noteFailure(
  action: 'sign-in-failed' | 'second-factor-failed',
  userId: number,
  inARow: number,
) {
  if (!Number.isInteger(Math.log2(inARow))) return
  const event: AuditEvent = { actorId: userId, actor: 'user', action, detail: { inARow } }
  setTimeout(() => {
    writeWithAudit([], event, Date.now()).catch((error) => logFault(action, error))
  }, 0)
}
