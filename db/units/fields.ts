import 'server-only'
import { eq } from 'drizzle-orm'
import { administersEverything, type Scope } from '@/domain/access'
import type { Field } from '@/domain/field'
import { database } from '../client'
import { KeptWhole } from '../kept-whole'
import { remembered } from '../remembered'
import { deskFields, fields } from '../schema/units'

/** Id of the field of procedures with this code, or null. */
export const getFieldId = remembered({ freshFor: 60_000, most: 1000 }, readFieldId)

/** Every field, by name. */
export const listFields = (): Promise<readonly Field[]> => known.value('', [], readFields)

const known = new KeptWhole<readonly Field[]>('fields')
const readFields = async (): Promise<Field[]> =>
  await database().select().from(fields).orderBy(fields.name)

/** Those that are still offered where one is chosen. */
export const listOpenFields = async (): Promise<Field[]> =>
  (await listFields()).filter(({ hiddenAt }) => hiddenAt === null)

/** Those that may be chosen for a desk: the open ones, and what it serves already. */
export async function listFieldsAt(deskId: number): Promise<Field[]> {
  const served = await database()
    .select({ id: deskFields.fieldId })
    .from(deskFields)
    .where(eq(deskFields.deskId, deskId))
  const kept = new Set(served.map(({ id }) => id))
  return (await listFields()).filter(({ id, hiddenAt }) => hiddenAt === null || kept.has(id))
}

/** Every field, for who runs the installation; none for anybody else. */
export async function listManagedFields(scope: Scope): Promise<readonly Field[]> {
  return administersEverything(scope) ? await listFields() : []
}

/** How many desks serve a field, and how many open links stand for it; null for who may not know. */
export async function getFieldUse(
  scope: Scope,
  fieldId: number,
): Promise<Readonly<{ desks: number; links: number }> | null> {
  if (!administersEverything(scope)) return null
  const { rows } = await database().$client.execute({
    sql: `select (select count(*) from desk_fields where field_id = ?),
      (select count(*) from doors where field_id = ? and kind = 'link' and closed_at is null)`,
    args: [fieldId, fieldId],
  })
  return { desks: Number(rows[0]?.[0]), links: Number(rows[0]?.[1]) }
}

async function readFieldId(code: string): Promise<number | null> {
  const [row] = await database().select({ id: fields.id }).from(fields).where(eq(fields.code, code))
  return row?.id ?? null
}
