import { randomBytes } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { env, secretFile } from '@/lib/env'

/** Makes the key that signs sessions on the first start, readable by this user alone. */
export function ensureSecret(): void {
  const { authSecret, dataDir } = env()
  const file = secretFile(dataDir)
  if (authSecret || existsSync(file)) return
  writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
}
