import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { send } from '../helpers/access/ask'
import { emailOf, type PersonName, password, people, type UnitCode } from '../helpers/access/cast'
import { foundOffice } from '../helpers/access/office'
import { findForeign, type Office } from '../helpers/access/place'
import { listRoutes, methodsOf } from '../helpers/access/routes'
import { type Server, startServer } from '../helpers/access/server'
import { carryOut, type Visitor, walkPermitted, walkRefused } from '../helpers/access/walk'
import { signIn } from '../helpers/sign-in'
import { administrationForms } from './access/administration-forms'
import { forms } from './access/forms'
import { openRoutes } from './access/open'
import { pages } from './access/pages'

const staffRoutes = Object.entries({ ...pages, ...forms, ...administrationForms })
const staffLines = staffRoutes.flatMap(([route, lines]) => lines.map((line) => ({ route, line })))

describe('the table', () => {
  const known = new Map<string, readonly { ask: unknown }[]>([
    ...staffRoutes.map(([file, lines]) => [fileOf(file), lines] as const),
    ...Object.entries(openRoutes),
  ])

  test('has every page and route handler, and nothing that is not there', () => {
    const routes = listRoutes()
    expect(
      routes.filter((file) => !known.has(file)),
      'a page, form or file of the app is missing in test/http/access/{pages,forms,administration-forms,open}.ts: say there which right it needs and every way in which it names a unit, as its neighbours do',
    ).toEqual([])
    expect([...known.keys()].filter((file) => !routes.includes(file))).toEqual([])
  })

  test('has a line for every method', () => {
    const missing = listRoutes().flatMap((file) => {
      const lines = (known.get(file) ?? []) as readonly { kind?: string; ask: { form?: unknown } }[]
      const asks = (method: string) =>
        lines.some(({ kind, ask }) => (kind === 'form' || ask.form ? 'POST' : 'GET') === method)
      return methodsOf(file)
        .filter((method) => !asks(method))
        .map((method) => `${method} ${file}`)
    })
    expect(missing).toEqual([])
  })
})

const dir = mkdtempSync(join(tmpdir(), 'hai-long-access-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe.each(['with', 'without'] as const)('%s proxy.ts', (way) => {
  let server: Server
  let office: Office
  let visitors: ReadonlyMap<PersonName, Visitor>
  let reader: Database.Database

  beforeAll(async () => {
    const dataDir = join(dir, way)
    mkdirSync(dataDir)
    const file = join(dataDir, 'hai-long.db')
    office = await foundOffice(file)
    closeDatabase()
    server = await startServer(dataDir, way)
    reader = new Database(file, { readonly: true })
    visitors = await letIn(server.origin, office, reader)
  })
  afterAll(async () => {
    reader.close()
    await server.stop()
  })

  test('the server is what it says it is', async () => {
    const { headers } = await send(server.origin, { path: '/sign-in?cookie=asked' })
    expect(headers.has('content-security-policy')).toBe(way === 'with')
  })

  test.each(people)('what there is for somebody %s', async (person) => {
    const visitor = visitors.get(person) as Visitor
    expect(await walkRefused(visitor, staffLines)).toEqual([])
    expect(await walkPermitted(visitor, staffLines)).toEqual([])
  })

  test('what is open tells nothing of units', async () => {
    const wrong: string[] = []
    for (const { ask, shows } of Object.values(openRoutes).flat()) {
      const { status, text, location } = await send(server.origin, ask)
      const reach = new Set<UnitCode>(shows ? [shows] : [])
      wrong.push(
        ...findForeign(text + location, reach, ask.path).map((word) => `${ask.path}: ${word}`),
      )
      // One page says that another broke, with the status of that.
      if (status >= 500 && ask.path !== '/fault') wrong.push(`${ask.path}: ${status}`)
    }
    expect(wrong).toEqual([])
  })

  test('what people may do, they can', async () => {
    const wrong: string[] = []
    for (const one of staffLines) {
      for (const visitor of visitors.values()) wrong.push(...(await carryOut(visitor, one)))
    }
    expect(wrong).toEqual([])
  })
})

const fileOf = (file: string) => (file.startsWith('api/') ? file : `(staff)/${file}`)

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
