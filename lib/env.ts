import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const isOrigin = (url: string) => {
  const { pathname, search, hash } = new URL(url)
  return /^\/*$/.test(pathname) && search === '' && hash === ''
}
const flagless = (value: unknown) => (value === '' ? undefined : value)
const optional = <T extends z.ZodType>(type: T) => z.preprocess(flagless, type.optional())

const shape = z.object({
  PORT: z.preprocess(flagless, z.coerce.number().int().min(1).max(65535).default(3000)),
  HOST: z.preprocess(flagless, z.string().default('127.0.0.1')),
  DATA_DIR: z.preprocess(flagless, z.string().default('./data')),
  DATABASE_URL: optional(z.string().regex(/^(file:|libsql:\/\/|https?:\/\/)/)),
  DATABASE_AUTH_TOKEN: optional(z.string()),
  NEXTAUTH_SECRET: optional(z.string().min(32)),
  NEXTAUTH_URL: optional(z.url({ protocol: /^https?$/, abort: true }).refine(isOrigin)),
  ADMIN_EMAIL: z.preprocess(
    flagless,
    z.email().or(z.literal('admin@localhost')).default('admin@localhost'),
  ),
  ADMIN_PASSWORD: optional(z.string().min(15)),
  STOP_DELAY: z.preprocess(flagless, z.coerce.number().int().min(0).max(60).default(0)),
  STOP_LIMIT: z.preprocess(flagless, z.coerce.number().int().min(1).max(300).default(20)),
  TRUSTED_PROXY_HOPS: z.preprocess(flagless, z.coerce.number().int().min(0).max(10).default(0)),
})

/** True under `next dev` alone. */
export const isDevelopment = process.env.NODE_ENV === 'development'

// The values themselves are not printed: some are secrets.
const expected: Readonly<Record<string, string>> = {
  PORT: 'a whole number from 1 to 65535',
  HOST: 'an address of this machine',
  DATA_DIR: 'the path of a folder',
  DATABASE_URL: 'a URL that begins with file:, libsql:// or http(s)://',
  DATABASE_AUTH_TOKEN: 'a text',
  NEXTAUTH_SECRET: 'a random text of at least 32 characters',
  NEXTAUTH_URL: 'an address that begins with http:// or https://, without a path',
  ADMIN_EMAIL: 'an e-mail address',
  ADMIN_PASSWORD: 'at least 15 characters long',
  STOP_DELAY: 'a whole number of seconds from 0 to 60',
  STOP_LIMIT: 'a whole number of seconds from 1 to 300',
  TRUSTED_PROXY_HOPS: 'a whole number from 0 to 10',
}

/** The environment of the contract, read once and checked. */
export type Env = Readonly<{
  port: number
  host: string
  /** Absolute path of the folder that holds the database and the secrets. */
  dataDir: string
  databaseUrl: string
  databaseAuthToken: string | undefined
  /** Undefined until the first start has made one in `dataDir`. */
  authSecret: string | undefined
  /** Origin in links and QR codes, without a slash at the end. */
  origin: string
  isHttps: boolean
  adminEmail: string
  adminPassword: string | undefined
  /** Seconds in which the app says that it stops and still answers everything. */
  stopDelay: number
  /** Seconds after that in which running requests may end. */
  stopLimit: number
  trustedProxyHops: number
}>

/** A wrong value; the message names the variable and says what is expected. */
export class EnvError extends Error {}

/** Where the first start keeps the secret it made. */
export const secretFile = (dataDir: string) => join(dataDir, 'nextauth-secret')

/** The URL of a database file; in a URL, `%`, `?` and `#` of a folder's name would mean something else. */
export const fileUrl = (file: string) => `file:${file.replace(/[%?#]/g, encodeURIComponent)}`

/** The file behind such a URL; undefined for a database on a server. */
export const fileOf = (url: string): string | undefined =>
  url.startsWith('file:') ? decodeURIComponent(url.slice('file:'.length)) : undefined

let known: Env | undefined

/** Reads the environment on the first call and answers the same object afterwards. Throws EnvError. */
export function env(): Env {
  known ??= parseEnv(process.env)
  return known
}

/** next-auth v4 reads its origin and secret from the environment itself: give it ours. */
export function fillAuthEnv(): void {
  const { origin, authSecret } = env()
  process.env.NEXTAUTH_URL ||= origin
  if (authSecret) process.env.NEXTAUTH_SECRET ||= authSecret
}

/** Checks a set of variables. Pure but for reading the kept secret. Throws EnvError. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const parsed = shape.safeParse(variables)
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])))
    throw new EnvError([...names].map((name) => `${name} must be ${expected[name]}.`).join('\n'))
  }
  const values = parsed.data
  const dataDir = resolve(values.DATA_DIR)
  const origin = (values.NEXTAUTH_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, '')
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir,
    databaseUrl: values.DATABASE_URL ?? fileUrl(join(dataDir, 'hai-long.db')),
    databaseAuthToken: values.DATABASE_AUTH_TOKEN,
    authSecret: values.NEXTAUTH_SECRET ?? keptSecret(dataDir),
    origin,
    isHttps: origin.startsWith('https://'),
    adminEmail: values.ADMIN_EMAIL,
    adminPassword: values.ADMIN_PASSWORD,
    stopDelay: values.STOP_DELAY,
    stopLimit: values.STOP_LIMIT,
    trustedProxyHops: values.TRUSTED_PROXY_HOPS,
  }
}

function keptSecret(dataDir: string): string | undefined {
  const file = secretFile(dataDir)
  try {
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
  } catch {
    throw new EnvError(`The secret in ${file} cannot be read.`)
  }
}
