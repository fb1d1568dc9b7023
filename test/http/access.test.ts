import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { send } from '../helpers/access/ask'
import { people, type UnitCode } from '../helpers/access/cast'
import {
  type OwnThing,
  type Upload,
  walkOwnThing,
  walkSessions,
  walkUpload,
} from '../helpers/access/kept'
import { findForeign } from '../helpers/access/place'
import { listRoutes, methodsOf } from '../helpers/access/routes'
import { asEverybody, onBoth, type Served, serveBoth } from '../helpers/access/served'
import { carryOut, type Visitor, walkPermitted, walkRefused } from '../helpers/access/walk'
import { administrationForms } from './access/administration-forms'
import { forms } from './access/forms'
import { openRoutes } from './access/open'
import { ownThings } from './access/own-things'
import { pages } from './access/pages'
import { uploads } from './access/uploads'

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

let served: readonly Served[]
beforeAll(async () => {
  served = await serveBoth(dir)
})
afterAll(async () => {
  for (const { reader, server } of served) {
    reader.close()
    await server.stop()
  }
})

describe('with proxy.ts and without', () => {
  test('the servers are what they say they are', async () => {
    for (const { way, server } of served) {
      const { headers } = await send(server.origin, { path: '/sign-in?cookie=asked' })
      expect(headers.has('content-security-policy')).toBe(way === 'with')
    }
  })

  test.each(people)('what there is for somebody %s', async (person) => {
    const wrong = await onBoth(served, async ({ visitors }) => {
      const visitor = visitors.get(person) as Visitor
      const told = await walkRefused(visitor, staffLines)
      return [...told, ...(await walkPermitted(visitor, staffLines))]
    })
    expect(wrong).toEqual([])
  })

  test('what is open tells nothing of units', async () => {
    expect(await onBoth(served, ({ server }) => walkOpen(server.origin))).toEqual([])
  })

  test.each([...ownThings.keys()])('%s is there for its owner alone', async (name) => {
    const thing = ownThings.get(name) as OwnThing
    expect(await onBoth(served, ({ visitors }) => walkOwnThing(thing, visitors))).toEqual([])
  })

  test('nobody ends a session of somebody else', async () => {
    expect(await onBoth(served, ({ visitors, reader }) => walkSessions(visitors, reader))).toEqual(
      [],
    )
  })

  test.each([...uploads.keys()])('a file that names a foreign unit: %s', async (name) => {
    const upload = uploads.get(name) as Upload
    const wrong = await onBoth(served, (one) =>
      asEverybody(one, (visitor) => walkUpload(upload, visitor)),
    )
    expect(wrong).toEqual([])
  })

  test('what people may do, they can', async () => {
    const wrong = await onBoth(served, async (one) => {
      const found: string[] = []
      for (const line of staffLines) {
        found.push(...(await asEverybody(one, (visitor) => carryOut(visitor, line))))
      }
      return found
    })
    expect(wrong).toEqual([])
  })
})

async function walkOpen(origin: string): Promise<string[]> {
  const wrong: string[] = []
  for (const { ask, shows } of Object.values(openRoutes).flat()) {
    const { status, text, location } = await send(origin, ask)
    const reach = new Set<UnitCode>(shows ? [shows] : [])
    const found = findForeign(text + location, reach, ask.path)
    wrong.push(...found.map((word) => `${ask.path}: ${word}`))
    // One page says that another broke, with the status of that.
    if (status >= 500 && ask.path !== '/fault') wrong.push(`${ask.path}: ${status}`)
  }
  return wrong
}

const fileOf = (file: string) => (file.startsWith('api/') ? file : `(staff)/${file}`)
