import 'server-only'
import type { Scope } from '@/domain/access'
import type { AuditAction } from '@/domain/audit-action'
import type { AuditEvent } from './audit-event'
import type { OpenComment } from './comment-view'

/** What the log notes of an act on a comment: its key, never its words. */
export function eventOf(
  { userId }: Scope,
  { key, unitId }: OpenComment,
  action: AuditAction,
  detail: Readonly<Record<string, number>>,
): AuditEvent {
  return { actorId: userId, actor: 'user', action, unitId, detail: { comment: key, ...detail } }
}
