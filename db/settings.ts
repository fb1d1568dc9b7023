import 'server-only'
import { eq } from 'drizzle-orm'
import { database } from './client'
import { settings } from './schema/installation'

/** What stands under this key; null where nothing does. */
export async function readSetting(key: string): Promise<string | null> {
  const [row] = await database().select().from(settings).where(eq(settings.key, key))
  return row?.value ?? null
}

/** Puts a value in the place of what stands there. */
export const putSetting = (key: string, value: string) => ({
  sql: 'insert into settings (key, value) values (?, ?) on conflict do update set value = excluded.value',
  args: [key, value],
})
