import 'server-only'
import { eq } from 'drizzle-orm'
import { database } from './client'
import { remembered } from './remembered'
import { fields } from './schema/units'

/** Id of the field of procedures with this code, or null. */
export const getFieldId = remembered({ freshFor: 60_000, most: 1000 }, readFieldId)

/** Every field, by name. */
export const listFields = async () => await database().select().from(fields).orderBy(fields.name)

/** Those that are still offered where one is chosen. */
export const listOpenFields = async () =>
  (await listFields()).filter(({ hiddenAt }) => hiddenAt === null)

async function readFieldId(code: string): Promise<number | null> {
  const [row] = await database().select({ id: fields.id }).from(fields).where(eq(fields.code, code))
  return row?.id ?? null
}
