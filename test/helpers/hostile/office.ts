import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { type Ask, send } from '../access/ask'
import { emailOf, password } from '../access/cast'
import type { Office } from '../access/place'
import { type App, startApp } from '../app'
import { test as base } from '../browser'
import { startTypeScript } from '../process'
import { signIn } from '../sign-in'
import { markIn, Typist } from './payloads'
import { textFields } from './text-fields'

/** A served office whose every text means harm, and the administrator of all of it. */
export type HostileOffice = Readonly<{
  app: App
  office: Office
  cookie: string
  typist: Typist
  /** How many texts the office had from the start; forms typed the others. */
  founded: number
  /** The addresses to which forms have led. */
  landings: string[]
}>

export const test = base.extend<object, { hostile: HostileOffice }>({
  hostile: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of the pattern
    async ({}, use) => {
      const hostile = await found()
      await use(hostile)
      await hostile.app.stop()
      hostile.app.remove()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ hostile }, use) => use(hostile.app.origin),
})

async function found(): Promise<HostileOffice> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hai-long-hostile-'))
  const file = join(dataDir, 'hai-long.db')
  const founding = startTypeScript(['test/helpers/hostile/found.ts', file], { DATA_DIR: dataDir })
  if ((await founding.ended) !== 0) throw new Error(founding.output())
  const { office, typed } = JSON.parse(founding.output()) as { office: Office; typed: string[] }
  const typist = new Typist(typed)
  const app = await startApp({ dataDir })
  const cookie = await signIn(app, { email: emailOf('admin at the top'), password })
  return { app, office, cookie, typist, founded: typist.typed.length, landings: [] }
}

/** Types into every field of every form; answers where a text is not kept. */
export async function fillForms({ app, office, cookie, typist, landings }: HostileOffice) {
  const wrong: string[] = []
  for (const [route, fields] of Object.entries(textFields)) {
    for (const { name, column, ask, short } of fields) {
      const text = typist.next(short)
      const made = ask(office.own, text)
      const { status, location, headers } = await send(app.origin, made, cookie)
      if (status === 303) landings.push(location)
      if (made.file) await store(app, made, cookie)
      const code = codeIn(headers)
      if (code) await enrol(app, code)
      const n = await countKept(app, column, markIn(text))
      if (n === 0) wrong.push(`${name} of ${route} is not in ${column}: ${status} ${location}`)
    }
  }
  return wrong
}

/** Reads the file once more, as the first reading is to be looked at, and stores it. */
async function store({ origin }: App, made: Ask, cookie: string): Promise<void> {
  const { location } = await send(origin, made, cookie)
  const [, draft = ''] = /[?&]draft=([\w-]+)/.exec(location) ?? []
  const form = { draft, source: '', reason: '', seen: '' }
  await send(origin, { path: made.path.replace('/read', '/store'), form }, cookie)
}

/** The one-time code of a tablet that a form has just made. */
export const codeIn = (headers: Headers): string | undefined =>
  /hl-enrolment-code=([^;]+)/.exec(headers.getSetCookie().join('\n'))?.[1]

/** A tablet is listed once its code was used. */
async function enrol({ origin }: App, code: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ code })
  const { status } = await fetch(`${origin}/api/v1/devices`, { method: 'POST', headers, body })
  if (status !== 201) throw new Error(`not enrolled: ${status}`)
}

async function countKept({ dataDir }: App, column: string, mark: string): Promise<number> {
  const [table, name] = column.split('.')
  const client = createClient({ url: `file:${join(dataDir, 'hai-long.db')}` })
  const sql = `select count(*) from ${table} where ${name} like ?`
  const { rows } = await client.execute({ sql, args: [`%${mark}%`] })
  client.close()
  return Number(rows[0]?.[0])
}
