import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { database, write } from './client'
import { desks } from './schema'

/** Where a person was served (quầy). The code is unique within its unit. */
export type Desk = typeof desks.$inferSelect

/** The desks of these units, by unit and code. */
export async function listDesks(unitIds: readonly number[]): Promise<Desk[]> {
  return await database()
    .select()
    .from(desks)
    .where(inArray(desks.unitId, [...unitIds]))
    .orderBy(desks.unitId, desks.code)
}

/** Makes the desk unless it is there already, and answers it. */
export async function recordDesk(unitId: number, code: string, label: string): Promise<Desk> {
  const made = database().insert(desks).values({ unitId, code, label }).onConflictDoNothing()
  await write([made])
  const [desk] = await database()
    .select()
    .from(desks)
    .where(and(eq(desks.unitId, unitId), eq(desks.code, code)))
  if (!desk) throw new Error(`desk ${code} vanished`)
  return desk
}
