import { beforeEach, describe, expect, test, vi } from 'vitest'
import { GET as figuresCsv } from '@/app/(staff)/dashboard/export/figures.csv/route'
import { GET as figuresXlsx } from '@/app/(staff)/dashboard/export/figures.xlsx/route'
import { GET as reportDocx } from '@/app/(staff)/dashboard/export/report.docx/route'
import { GET as responsesCsv } from '@/app/(staff)/dashboard/export/responses.csv/route'
import { currentScope, entranceTo } from '@/auth/session'
import { createUser } from '@/db/accounts/new-users'
import type { Role } from '@/domain/access'
import { closed } from '../helpers/closing'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict, recordVisits, scopeAt, type UnitCode } from '../helpers/district'
import { partsOf, readCsv } from '../helpers/files'
import { visits } from '../helpers/province-figures'
import { lines } from '../helpers/recount'

vi.mock('@/auth/session')
useTestDatabase()
beforeEach(async () => {
  await foundDistrict()
  const person = { email: 'a@b', name: 'A', passwordHash: 'x' }
  await createUser(person, { unitId: 1, role: 'admin' }, { actorId: null, actor: 'test' }, arrival)
})

const routes = {
  'figures.csv': figuresCsv,
  'figures.xlsx': figuresXlsx,
  'report.docx': reportDocx,
  'responses.csv': responsesCsv,
}
type File = keyof typeof routes
const files = Object.keys(routes) as File[]

async function signInAs(role: Role | null, unit: UnitCode = 'tinh') {
  vi.mocked(currentScope).mockResolvedValue(role && (await scopeAt(unit, role)))
  vi.mocked(entranceTo).mockImplementation(async (page) => `/entrance ${page}`)
}

function ask(file: File, filter: Record<string, string> = {}, headers: HeadersInit = {}) {
  const view = { unit: 'xa-a', survey: 'desk-8', from: '2026-10-01', to: '2026-10-31', ...filter }
  const url = `http://localhost:3000/dashboard/export/${file}?${new URLSearchParams(view)}`
  return routes[file](new Request(url, { headers }))
}

const events = () =>
  lines("select action, detail from audit_events where action like '%-exported' order by seq")

describe('a download', () => {
  test('is for those who may export at the unit; others find nothing and leave no trace', async () => {
    const refused: [Role, UnitCode][] = [
      ['viewer', 'tinh'],
      ['leader', 'tinh'],
      ['clerk', 'tinh'],
      ['reporter', 'xa-b'],
    ]
    for (const [role, unit] of refused) {
      await signInAs(role, unit)
      for (const file of files) expect((await ask(file)).status).toBe(404)
    }
    await signInAs('reporter')
    expect((await ask('figures.csv', { unit: 'nowhere' })).status).toBe(404)
    expect((await ask('figures.csv', { survey: 'none' })).status).toBe(404)
    expect((await ask('figures.csv', { from: '2026-10-02' })).status).toBe(400)
    expect(await events()).toEqual([])
  })

  test('sends whoever is not signed in to do so, and comes back to the same figures', async () => {
    await signInAs(null)
    const { status, headers } = await ask('report.docx')
    expect(status).toBe(303)
    expect(headers.get('location')).toMatch(/^\/entrance \/dashboard\?unit=xa-a&survey=desk-8/)
  })

  test('is not started by another site', async () => {
    await signInAs('admin')
    const foreign = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://elsewhere.invalid' },
    ]
    for (const headers of foreign) {
      expect((await ask('responses.csv', {}, headers)).status).toBe(403)
    }
    expect(await events()).toEqual([])
    expect((await ask('figures.csv', {}, { 'sec-fetch-site': 'none' })).status).toBe(200)
  })

  test('is noted with its filter, and has a name that says what it is', async () => {
    await signInAs('reporter')
    await recordVisits(visits(40))
    for (const file of files) {
      const answer = await ask(file)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      const name = `_xa-a_desk-8_2026-10-01_2026-10-31.${file.split('.')[1]}`
      expect(answer.headers.get('content-disposition')).toMatch(
        new RegExp(`^attachment; filename="[a-z-]+${name}"; filename\\*=UTF-8''[\\w%.-]+$`),
      )
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(500)
    }
    const filter = 'unit=xa-a&survey=desk-8&from=2026-10-01&to=2026-10-31'
    expect(await events()).toEqual(
      files.map((file) => {
        const action = file === 'responses.csv' ? 'responses-exported' : 'figures-exported'
        return `${action} ${JSON.stringify({ file, filter })}`
      }),
    )
  })

  test('of responses has all of them, and ends its work when the reader hangs up', async () => {
    await signInAs('reporter')
    await recordVisits(visits(450))
    const whole = await ask('responses.csv')
    expect(readCsv(await whole.text())).toHaveLength(450)
    const broken = await ask('responses.csv')
    const reader = broken.body?.getReader()
    await reader?.read()
    await reader?.cancel()
    expect(await reader?.read()).toEqual({ done: true, value: undefined })
  })
})

test('a download of a closing holds the figures as they were closed, for those who may export at its unit', async () => {
  await recordVisits(visits(40))
  const { number } = await closed(await scopeAt('tinh', 'admin'))
  await recordVisits(visits(10), 'since')
  const filter = { closing: number, unit: 'xa-b', from: '2026-01-01' }
  await signInAs('reporter', 'xa-a')
  const answer = await ask('report.docx', filter)
  const word = partsOf(Buffer.from(await answer.arrayBuffer()))['word/document.xml'] ?? ''
  expect(word).toContain(`Số liệu chốt số ${number}; mã kiểm tra`)
  expect(word).toContain('40/40')
  expect(word).not.toContain('50/50')
  expect(answer.headers.get('content-disposition')).toContain(`_2026-11-30_${number}.docx"`)
  const detail = {
    file: 'report.docx',
    filter: `unit=xa-a&survey=desk-8&from=2026-09-01&to=2026-11-30&closing=${number}`,
  }
  expect(await events()).toEqual([`figures-exported ${JSON.stringify(detail)}`])
  expect((await ask('report.docx', { closing: 'CHOT-xa-a-2026-999' })).status).toBe(404)
  const live = await ask('figures.csv', { closing: number })
  expect(live.headers.get('content-disposition')).not.toContain(number)
  for (const [role, unit] of [
    ['viewer', 'xa-a'],
    ['reporter', 'xa-b'],
  ] as const) {
    await signInAs(role, unit)
    expect((await ask('report.docx', filter)).status).toBe(404)
  }
})
