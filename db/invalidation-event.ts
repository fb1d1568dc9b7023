import 'server-only'
import { LibsqlError } from '@libsql/client'
import type { Scope } from '@/domain/access'
import type { AuditAction } from '@/domain/audit-action'
import type { AuditEvent } from './audit-event'

/** What the log notes of an act on an invalidation: its number and how many responses it names. */
export const eventOf = (
  { userId }: Scope,
  action: AuditAction,
  unitId: number,
  invalidation: number,
  responses: number,
): AuditEvent => ({
  actorId: userId,
  actor: 'user',
  action,
  unitId,
  detail: { invalidation, responses },
})

/** Whether somebody else was first: the key of that name stands already. */
export const isTaken = (error: unknown, column: string) =>
  error instanceof LibsqlError &&
  error.message.includes('UNIQUE constraint failed: invalidation') &&
  error.message.endsWith(column)
