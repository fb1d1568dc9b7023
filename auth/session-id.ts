import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

/** The secret that the cookie carries: 256 random bits. */
export const makeSessionId = (): string => randomBytes(32).toString('base64url')

/** What the database keeps of it: whoever reads the table cannot sign in with it. */
export const hashSessionId = (id: string): string => createHash('sha256').update(id).digest('hex')
