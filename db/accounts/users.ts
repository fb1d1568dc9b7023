import 'server-only'
import { eq } from 'drizzle-orm'
import { tidy } from '@/domain/tidy-text'
import { database } from '../client'
import { grants, users } from '../schema/people'
import { units } from '../schema/units'

/** The one form in which an e-mail is stored and looked up. */
export const normalEmail = (email: string): string => tidy(email).toLowerCase()

/** The user with that e-mail, disabled ones too, or null. */
export async function getUserByEmail(email: string): Promise<typeof users.$inferSelect | null> {
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

/** The names of the units at which a person has a role. */
export async function listUnitNames(userId: number): Promise<string[]> {
  const held = await database()
    .select({ unit: units.name })
    .from(grants)
    .innerJoin(units, eq(units.id, grants.unitId))
    .where(eq(grants.userId, userId))
  return held.map(({ unit }) => unit)
}
