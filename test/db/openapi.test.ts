import { readdirSync, readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { GET as getLive } from '@/app/api/health/live/route'
import { GET as getReady } from '@/app/api/health/ready/route'
import document from '@/app/api/v1/openapi.json/document.json'
import { GET as getDescription } from '@/app/api/v1/openapi.json/route'
import { POST } from '@/app/api/v1/responses/route'
import { GET as getSurvey } from '@/app/api/v1/surveys/[code]/route'
import { makeFirstThings } from '@/db/installation/first-start'
import { useTestDatabase } from '../helpers/database'
import { jsonRequest } from '../helpers/requests'

useTestDatabase()
beforeEach(() => makeFirstThings(Date.UTC(2026, 10, 23)))

/** Every route handler under the folders that the document covers: its `METHOD /path` and what it is made of. */
function routes(): { name: string; source: string }[] {
  return ['app/api/v1', 'app/api/health'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('route.ts'))
      .flatMap((file) => {
        const path = `/${folder.slice(4)}/${file.replace(/\/route\.ts$/, '')}`
        const source = readFileSync(`${folder}/${file}`, 'utf8')
        const methods = source.matchAll(/^export (?:async )?function ([A-Z]+)\b/gm)
        const named = path.replace(/\[(\w+)\]/g, '{$1}')
        return [...methods].map(([, method]) => ({ name: `${method} ${named}`, source }))
      }),
  )
}

/** The statuses that the document names, by `METHOD /path`. */
const described = new Map<string, string[]>(
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, { responses }]) =>
        [`${method.toUpperCase()} ${path}`, Object.keys(responses)] as const,
    ),
  ),
)

describe('the description of the interface', () => {
  it('is served, and names exactly the routes there are', async () => {
    expect(await getDescription().json()).toEqual(document)
    const names = routes().map(({ name }) => name)
    expect([...described.keys()].sort()).toEqual(names.sort())
  })

  it('says of every route that has a limit that it may answer 429', () => {
    const limited = routes().filter(({ source }) => /tooManyRequests|forDevice/.test(source))
    expect(limited.map(({ name }) => name)).toContain('GET /api/v1/surveys/{code}')
    for (const { name } of limited) expect(described.get(name), name).toContain('429')
  })

  it('has what the health addresses say', async () => {
    const { Health, Readiness } = document.components.schemas
    expect(await getLive().json()).toEqual({ status: Health.properties.status.const })
    const ready = await (await getReady()).json()
    expect(Object.keys(ready).sort()).toEqual([...Readiness.required].sort())
    expect(Readiness.properties.status.enum).toContain(ready.status)
  })

  it('refers only to schemas it has', () => {
    const named = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)]
    const known = Object.keys(document.components.schemas)
    expect([...new Set(named.map(([, name]) => name))].sort()).toEqual(known.sort())
  })

  it('gives an example that is recorded', async () => {
    const { example } =
      document.paths['/api/v1/responses'].post.requestBody.content['application/json']
    const response = await POST(jsonRequest('/api/v1/responses', example))
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 201,
      body: { id: example.id, outcome: 'recorded' },
    })
  })

  it.each(['kiosk-1', 'desk-8', 'sipas-22'])(
    'has every property of the survey %s',
    async (code) => {
      const request = new Request(`http://localhost/api/v1/surveys/${code}`)
      const body = await (await getSurvey(request, { params: Promise.resolve({ code }) })).json()
      const { Survey, Question } = document.components.schemas
      expect(Object.keys(Survey.properties)).toEqual(expect.arrayContaining(Object.keys(body)))
      expect(Object.keys(body)).toEqual(expect.arrayContaining(Survey.required))
      for (const question of body.questions) {
        expect(Object.keys(Question.properties)).toEqual(
          expect.arrayContaining(Object.keys(question)),
        )
      }
    },
  )
})
