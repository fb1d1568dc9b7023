import { readdirSync, readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import document from '@/app/api/v1/openapi.json/document.json'
import { GET as getDescription } from '@/app/api/v1/openapi.json/route'
import { POST } from '@/app/api/v1/responses/route'
import { GET as getSurvey } from '@/app/api/v1/surveys/[code]/route'
import { makeFirstThings } from '@/db/installation/first-start'
import { useTestDatabase } from '../helpers/database'
import { jsonRequest } from '../helpers/requests'

useTestDatabase()
beforeEach(() => makeFirstThings(Date.UTC(2026, 10, 23)))

/** `METHOD /path` of every route handler under the folders that the document covers. */
function routes(): string[] {
  return ['app/api/v1', 'app/api/health'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('route.ts'))
      .flatMap((file) => {
        const path = `/${folder.slice(4)}/${file.replace(/\/route\.ts$/, '')}`
        const source = readFileSync(`${folder}/${file}`, 'utf8')
        const methods = source.matchAll(/^export (?:async )?function ([A-Z]+)\b/gm)
        return [...methods].map(([, method]) => `${method} ${path.replace(/\[(\w+)\]/g, '{$1}')}`)
      }),
  )
}

describe('the description of the interface', () => {
  it('is served, and names exactly the routes there are', async () => {
    expect(await getDescription().json()).toEqual(document)
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(described.sort()).toEqual(routes().sort())
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
