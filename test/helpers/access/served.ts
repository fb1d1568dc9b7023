import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { closeDatabase } from '@/db/client'
import { signIn } from '../sign-in'
import { send } from './ask'
import { emailOf, type PersonName, password, people } from './cast'
import { foundOffice } from './office'
import type { Office } from './place'
import { type Server, startServer } from './server'
import type { Visitor } from './walk'

const ways = ['with', 'without'] as const
type Way = (typeof ways)[number]

/** A server with everybody who asks it. */
export type Served = Readonly<{
  way: Way
  server: Server
  visitors: ReadonlyMap<PersonName, Visitor>
  /** Reads its database beside it. */
  reader: Database.Database
}>

/** The same office behind two servers in this folder, with proxy.ts and without. */
export async function serveBoth(dir: string): Promise<readonly Served[]> {
  const [first = '', second = ''] = ways.map((way) => join(dir, way, 'hai-long.db'))
  for (const way of ways) mkdirSync(join(dir, way))
  const office = await foundOffice(first)
  closeDatabase()
  // What was written last may still lie in the log beside the file.
  const written = new Database(first)
  written.prepare('vacuum into ?').run(second)
  written.close()
  return await Promise.all(ways.map((way) => serve(dir, way, office)))
}

async function serve(dir: string, way: Way, office: Office): Promise<Served> {
  const server = await startServer(join(dir, way), way)
  const reader = new Database(join(dir, way, 'hai-long.db'), { readonly: true })
  return { way, server, reader, visitors: await letIn(server.origin, office, reader) }
}

/** Asks both at the same time, as each has a core for itself; answers what went otherwise than it should on either. */
export async function onBoth(
  served: readonly Served[],
  work: (one: Served) => Promise<readonly string[]>,
): Promise<string[]> {
  const found = served.map(async (one) =>
    (await work(one)).map((what) => `${one.way} proxy.ts: ${what}`),
  )
  return (await Promise.all(found)).flat()
}

/** Does it as everybody, one after the other. */
export async function asEverybody(
  { visitors }: Served,
  work: (visitor: Visitor) => Promise<readonly string[]>,
): Promise<string[]> {
  const found: string[] = []
  for (const visitor of visitors.values()) found.push(...(await work(visitor)))
  return found
}

/** Changes with every transaction that another connection has committed. */
const versionOf = (reader: Database.Database) =>
  (reader.prepare('pragma data_version').get() as { data_version: number }).data_version

/** Everybody with their cookie; those who are let in by nobody had one that was worth something. */
async function letIn(origin: string, office: Office, reader: Database.Database) {
  const stored = () => versionOf(reader)
  const visitors = new Map<PersonName, Visitor>()
  for (const person of people) {
    visitors.set(person, { person, origin, cookie: await cookieOf(origin, person), office, stored })
  }
  const email = emailOf('who was disabled')
  const { id } = reader.prepare('select id from users where email = ?').get(email) as { id: number }
  const ask = { path: `/dashboard/people/${id}/state?to=disabled`, form: {} }
  const { status } = await send(origin, ask, visitors.get('admin at the top')?.cookie)
  if (status !== 303) throw new Error(`not disabled: ${status}`)
  return visitors
}

async function cookieOf(origin: string, person: PersonName): Promise<string> {
  if (person === 'signed out') return ''
  const cookie = await signIn({ origin }, { email: emailOf(person), password })
  if (person === 'with a forged cookie')
    return cookie.replace(/(session=)[^;]{20}/, '$1eyJhbGciOiJkaXIiLC')
  if (person === 'whose session has ended')
    await send(origin, { path: '/sign-out', form: {} }, cookie)
  return cookie
}
