import 'server-only'
import { and, eq, max } from 'drizzle-orm'
import type { Grant } from '@/domain/access'
import type { AuditAction } from '@/domain/audit-action'
import { ok, type Result, refused } from '@/domain/problem'
import { tidy } from '@/domain/tidy-text'
import type { Actor, AuditEvent } from '../audit/event'
import { writeWithAudit } from '../audit/log'
import { database } from '../client'
import { grants, users } from '../schema/people'
import { getUserByEmail, normalEmail } from './users'

export type NewUser = Readonly<{
  email: string
  name: string
  /** From `hashPassword` of auth/password.ts; this room never sees a password. */
  passwordHash: string
}>

/**
 * Makes a user and the first grant, and notes who did, in one batch; answers the id.
 * Problems: `email-taken`, field email.
 */
export async function createUser(
  user: NewUser,
  grant: Grant,
  by: Actor,
  now: number,
): Promise<Result<number, 'email-taken'>> {
  const email = normalEmail(user.email)
  const taken = refused({ code: 'email-taken' as const, field: 'email' })
  if (await getUserByEmail(email)) return taken
  const { userId: id, statements: change } = await newUserStatements(user, grant, now)
  try {
    await writeWithAudit(change, grantEvent('user-added', { ...grant, userId: id }, by), now)
  } catch (error) {
    if (await getUserByEmail(email)) return taken
    throw error
  }
  return ok(id)
}

/**
 * Inserts a user and the first grant. The id is chosen here because the event in the same batch has to name it; where
 * two are added at once, the second batch fails.
 */
export async function newUserStatements(user: NewUser, grant: Grant, now: number) {
  const userId = await nextUserId()
  const email = normalEmail(user.email)
  const name = tidy(user.name)
  const row = { id: userId, email, name, passwordHash: user.passwordHash, createdAt: now }
  const statements = [
    database().insert(users).values(row),
    database()
      .insert(grants)
      .values({ ...grant, userId }),
  ]
  return { userId, statements }
}

/** Gives a further role at a unit and notes who did; the same one twice changes and notes nothing. */
export async function addGrant(
  { userId, unitId, role }: Grant & { userId: number },
  by: Actor,
  now: number,
): Promise<void> {
  const same = and(eq(grants.userId, userId), eq(grants.unitId, unitId), eq(grants.role, role))
  const known = await database().select().from(grants).where(same)
  if (known.length > 0) return
  const change = [database().insert(grants).values({ userId, unitId, role })]
  await writeWithAudit(change, grantEvent('role-added', { userId, unitId, role }, by), now)
}

async function nextUserId(): Promise<number> {
  const [last] = await database()
    .select({ id: max(users.id) })
    .from(users)
  return (last?.id ?? 0) + 1
}

/** People are named by their number: the log outlives what is known of them. */
const grantEvent = (
  action: AuditAction,
  { userId, unitId, role }: Grant & { userId: number },
  by: Actor,
): AuditEvent => ({ ...by, action, unitId, detail: { user: userId, role } })
