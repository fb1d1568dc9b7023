import 'server-only'
import { createHmac } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { database } from './client'
import { remembered } from './remembered'
import { settings } from './schema/installation'

/** Kept in the database, so that a restored backup still knows what it has. */
export const contentKeySetting = 'content-key'

/** HMAC-SHA256 of a canonical content with the key of this installation. Throws before the first start. */
export async function hashContent(canonical: string): Promise<Buffer> {
  const key = await getKey(contentKeySetting)
  if (!key) throw new Error('The database has no content key: the first start has not run.')
  return createHmac('sha256', key).update(canonical).digest()
}

const getKey = remembered({ freshFor: 60_000, most: 1 }, readKey)

async function readKey(name: string): Promise<Buffer | null> {
  const [row] = await database().select().from(settings).where(eq(settings.key, name))
  return row ? Buffer.from(row.value, 'hex') : null
}
