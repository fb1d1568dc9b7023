import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../helpers/app'
import { runCommand } from '../helpers/process'
import { signIn } from '../helpers/sign-in'

let app: App
let cookie: string

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hai-long-rates-'))
  const file = 'test/data/govuk-use-an-lpa.csv'
  const place = ['--survey', 'kiosk-1', '--unit', 'office']
  const { code, output } = await runCommand('import-tally', [file, ...place], { DATA_DIR: dataDir })
  if (code !== 0) throw new Error(output)
  app = await startApp({ dataDir })
  cookie = await signIn(app)
})

afterAll(async () => {
  await app.stop()
  app.remove()
})

const march = 'survey=kiosk-1&unit=office&from=2021-03-01&to=2021-03-31'
const get = (query: string, headers: Record<string, string> = { cookie }) =>
  fetch(`${app.origin}/api/v1/rates?${query}`, { headers })

describe('GET /api/v1/rates', () => {
  test('counts as integers, rate and interval as fractions, the score 0–100, all unrounded', async () => {
    const answer = await get(march)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const { total, ...above } = (await answer.json()) as Record<string, unknown>
    expect(total).toEqual({
      key: 'office',
      label: 'Bộ phận một cửa',
      status: 'ok',
      levels: [67, 73, 205, 1276, 4434],
      n: 6055,
      k: 5710,
      rate: 5710 / 6055,
      score: expect.closeTo(91.028, 3),
      low: expect.closeTo(0.9369, 4),
      high: expect.closeTo(0.9486, 4),
    })
    expect(above).toMatchObject({
      scope: { unit: { code: 'office' }, survey: { code: 'kiosk-1' }, question: { id: 'overall' } },
      period: { from: '2021-03-01', to: '2021-03-31' },
      asOf: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      formula: 'top-two-box',
      by: 'total',
      coverage: { status: 'no-statistics' },
      channels: [{ key: 'paper', n: 6055 }],
    })
  })

  test('every month of the file', async () => {
    const answer = await get('survey=kiosk-1&unit=office&from=2021-03-01&to=2026-06-30&by=month')
    const { rows, total } = (await answer.json()) as {
      rows: { key: string; n: number; status: string }[]
      total: { n: number }
    }
    expect(rows.length).toBe(64)
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['ok']))
    expect([total.n, rows.reduce((sum, { n }) => sum + n, 0)]).toEqual([911_823, 911_823])
  })

  test.each([
    ['survey=kiosk-1&unit=office&from=2021-03-02&to=2021-03-31', 422, 'not-half-months'],
    ['survey=kiosk-1&unit=office&from=2021-04-01&to=2021-03-31', 422, 'from-after-to'],
    ['survey=kiosk-1&unit=office&from=2021-03-01', 400, 'missing'],
    ['survey=kiosk-1&unit=office&from=yesterday&to=2021-03-31', 400, 'not-a-day'],
    [`${march}&by=moon`, 400, 'unknown-breakdown'],
    ['survey=kiosk-1&unit=nowhere&from=2021-03-01&to=2021-03-31', 404, 'not-found'],
    ['survey=nothing&unit=office&from=2021-03-01&to=2021-03-31', 404, 'not-found'],
  ])('%s: %i %s', async (query, status, code) => {
    const answer = await get(`${query}&lang=en`)
    expect(answer.status).toBe(status)
    const { problems } = (await answer.json()) as { problems: { code: string; message: string }[] }
    expect(problems[0]).toMatchObject({ code, message: expect.stringMatching(/^[A-Z].*\.$/) })
  })

  test('nobody who is not signed in', async () => {
    const answer = await get(march, {})
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ problems: [{ code: 'not-signed-in' }] })
  })
})
