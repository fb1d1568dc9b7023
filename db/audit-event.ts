import 'server-only'
import type { AuditAction } from '@/domain/audit-action'

/** Who did something: a user, or a command (`actorId` null, `actor` its name). */
export type Actor = Pick<AuditEvent, 'actorId' | 'actor'>

/** Something that was done, by whom and where. No answers, comments, addresses or tokens in `detail`. */
export type AuditEvent = Readonly<{
  /** Id of the user, or null where a command did it. */
  actorId: number | null
  /** `user`, or the name of the command. */
  actor: string
  action: AuditAction
  unitId?: number | null
  detail?: Readonly<Record<string, string | number | boolean | null>>
}>

/** The event of what a signed-in person has done. */
export const doneBy = (
  { userId }: Readonly<{ userId: number }>,
  event: Omit<AuditEvent, 'actorId' | 'actor'>,
): AuditEvent => ({ ...event, actorId: userId, actor: 'user' })
