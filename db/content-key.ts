import 'server-only'
import { createHmac } from 'node:crypto'
import { remembered } from './remembered'
import { readSetting } from './settings'

/** Kept in the database, so that a restored backup still knows what it has. */
export const contentKeySetting = 'content-key'

/** HMAC-SHA256 of a canonical content with the key of this installation. Throws before the first start. */
export async function hashContent(canonical: string): Promise<Buffer> {
  const key = await getKey(contentKeySetting)
  if (!key) throw new Error('The database has no content key: the first start has not run.')
  return createHmac('sha256', key).update(canonical).digest()
}

const getKey = remembered({ freshFor: 60_000, most: 1 }, async (name) => {
  const value = await readSetting(name)
  return value === null ? null : Buffer.from(value, 'hex')
})
