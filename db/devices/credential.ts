import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

/** What a device shows at every request: 32 random bytes in base64url. Only its hash is stored. */
export const makeCredential = (): string => randomBytes(32).toString('base64url')

/** SHA-256 in hex, of a credential or a one-time code. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex')
