import 'server-only'
import { eq } from 'drizzle-orm'
import type { Grant, Role } from '@/domain/access'
import { ok, type Result, refused } from '@/domain/problem'
import { database, write } from './client'
import { grants, users } from './schema'

export type User = Readonly<{
  id: number
  email: string
  name: string
  passwordHash: string
  disabledAt: number | null
}>

export type NewUser = Readonly<{
  email: string
  name: string
  /** From `hashPassword` of auth/password.ts; this room never sees a password. */
  passwordHash: string
}>

/** The one form in which an e-mail is stored and looked up. */
export const normalEmail = (email: string): string => email.normalize('NFC').trim().toLowerCase()

/** The user with that e-mail, disabled ones too, or null. */
export async function getUserByEmail(email: string): Promise<User | null> {
  const found = await database()
    .select()
    .from(users)
    .where(eq(users.email, normalEmail(email)))
  return found[0] ?? null
}

/** Whether anybody holds the role anywhere. */
export async function hasAdministrator(): Promise<boolean> {
  const found = await database().select().from(grants).where(eq(grants.role, 'admin')).limit(1)
  return found.length > 0
}

/**
 * Makes a user and the first grant in one batch; answers the id.
 * Problems: `email-taken`, field email.
 */
export async function createUser(
  user: NewUser,
  grant: Grant,
  now: number,
): Promise<Result<number, 'email-taken'>> {
  const email = normalEmail(user.email)
  const { name, passwordHash } = user
  const row = { email, name: name.normalize('NFC').trim(), passwordHash, createdAt: now }
  const results = await write([
    database().insert(users).values(row).onConflictDoNothing().returning({ id: users.id }),
    // Only for the row just made, which its salted hash names: somebody who had the e-mail before
    // gets no new rights here.
    {
      sql: `insert into grants (user_id, unit_id, role)
            select id, ?, ? from users where email = ? and password_hash = ?`,
      args: [grant.unitId, grant.role, email, passwordHash],
    },
  ])
  const id = results[0]?.rows[0]?.[0]
  return typeof id === 'number' ? ok(id) : refused({ code: 'email-taken', field: 'email' })
}

/** Gives a further role at a unit; the same one twice changes nothing. */
export async function addGrant(userId: number, unitId: number, role: Role): Promise<void> {
  await write([database().insert(grants).values({ userId, unitId, role }).onConflictDoNothing()])
}
