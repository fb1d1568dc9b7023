import 'server-only'
import { administersEverything, type Scope } from '@/domain/access'
import type { Field } from '@/domain/field'
import { database } from './client'
import { listFields } from './fields'

/** Every field, for who runs the installation; none for anybody else. */
export async function listManagedFields(scope: Scope): Promise<Field[]> {
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
