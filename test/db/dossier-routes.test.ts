import { beforeEach, describe, expect, test, vi } from 'vitest'
import EntryPage from '@/app/(staff)/dashboard/dossiers/entry/page'
import { POST as save } from '@/app/(staff)/dashboard/dossiers/entry/save/route'
import ImportPage from '@/app/(staff)/dashboard/dossiers/import/page'
import { POST as readFile } from '@/app/(staff)/dashboard/dossiers/import/read/route'
import { POST as storeFile } from '@/app/(staff)/dashboard/dossiers/import/store/route'
import DossiersPage from '@/app/(staff)/dashboard/dossiers/page'
import { GET as template } from '@/app/(staff)/dashboard/dossiers/template.csv/route'
import { GET as templateXlsx } from '@/app/(staff)/dashboard/dossiers/template.xlsx/route'
import { POST as withdraw } from '@/app/(staff)/dashboard/dossiers/withdraw/route'
import { currentScope, requireStaff } from '@/auth/session'
import { write } from '@/db/client'
import { listFields } from '@/db/units/fields'
import type { Role } from '@/domain/access'
import { readDossierTable } from '@/lib/dossier-table'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict, scopeAt, type UnitCode } from '../helpers/district'
import { lines } from '../helpers/recount'

vi.mock('@/auth/session')
useTestDatabase()
beforeEach(async () => {
  await foundDistrict()
  await write([
    "insert into users (id, email, name, password_hash, created_at) values (1, 'a@b', 'A', '', 0), (2, 'c@d', 'C', '', 0)",
  ])
  await signInAs('clerk')
})

async function signInAs(role: Role, unit: UnitCode = 'xa-b', userId = 1) {
  const scope = { ...(await scopeAt(unit, role)), userId }
  vi.mocked(currentScope).mockResolvedValue(scope)
  vi.mocked(requireStaff).mockResolvedValue(scope)
}

const origin = 'http://localhost:3000'
const post = (body: BodyInit, headers: HeadersInit = {}) =>
  new Request(`${origin}/x`, { method: 'POST', body, headers: { origin, ...headers } })
const form = (words: Record<string, string>) => post(new URLSearchParams(words))
const days = { from: '2026-05-01', to: '2026-05-31' }
const table = { ...days, unit: 'xa-b', 'n.received.*': '10', 'n.resolved.*': '8' }

function upload(words: Record<string, string>, text: string) {
  const body = new FormData()
  for (const [name, value] of Object.entries(words)) body.set(name, value)
  body.set('file', new File([text], 'bieu-06.csv'))
  return post(body)
}
const csv = 'Lĩnh vực;Tiếp nhận;Đã giải quyết\nHộ tịch;10;8'
const place = { ...days, unit: 'xa-b', period: 'days', calendar: 'calendar', year: '2026' }

async function toldOf(answer: Response): Promise<Record<string, string | number>> {
  const url = new URL(answer.headers.get('location') ?? '', origin)
  return { status: answer.status, ...Object.fromEntries(url.searchParams) }
}
const draftOf = async (request: Request) => String((await toldOf(await readFile(request))).draft)
const stored = () =>
  lines(
    'select received, ended_at is null from dossier_stats s join units u on u.id = unit_id order by s.id',
  )
const page = (
  one: (props: {
    params: Promise<object>
    searchParams: Promise<Record<string, string>>
  }) => unknown,
  asked: Record<string, string> = {},
) => one({ params: Promise.resolve({}), searchParams: Promise.resolve(asked) })
const notFound = /NEXT_HTTP_ERROR_FALLBACK;404/

describe('who may', () => {
  test.each(['viewer', 'leader'] as const)(
    'a %s finds nothing, and stores nothing',
    async (role) => {
      await save(form(table))
      await signInAs(role)
      const answers = [
        await save(form(table)),
        await withdraw(form({ ...days, unit: 'xa-b', ids: '1', 'withdraw-reason': 'x' })),
        await readFile(upload(place, csv)),
        await storeFile(form({ draft: 'x' })),
        await template(new Request(`${origin}/x`)),
        await templateXlsx(new Request(`${origin}/x`)),
      ]
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404])
      for (const one of [DossiersPage, EntryPage, ImportPage]) {
        await expect(page(one)).rejects.toThrow(notFound)
      }
      expect(await stored()).toEqual(['10 1'])
    },
  )

  test.each(['xa-a', 'tinh', 'office', 'nowhere'])(
    'a clerk finds no parent, sibling or strange unit: %s',
    async (unit) => {
      expect((await save(form({ ...table, unit }))).status).toBe(404)
      expect((await readFile(upload({ ...place, unit }, csv))).status).toBe(404)
      await expect(page(EntryPage, { unit })).rejects.toThrow(notFound)
      await expect(page(DossiersPage, { unit })).rejects.toThrow(notFound)
      const inside = `Mã đơn vị;Tháng;Tiếp nhận\n${unit};05/2026;3`
      const draft = await draftOf(upload(place, inside))
      expect(await toldOf(await storeFile(form({ draft })))).toMatchObject({
        problem: 'draft-gone',
      })
      expect(await stored()).toEqual([])
    },
  )

  test('entries of another unit are not withdrawn by their numbers', async () => {
    await save(form(table))
    await signInAs('clerk', 'xa-a')
    const theirs = { ...days, unit: 'xa-a', ids: '1', 'withdraw-reason': 'x' }
    expect((await withdraw(form(theirs))).status).toBe(404)
    expect(await stored()).toEqual(['10 1'])
  })

  test('another site finds nothing', async () => {
    const elsewhere = { origin: 'https://elsewhere.invalid' }
    expect((await save(post(new URLSearchParams(table), elsewhere))).status).toBe(403)
    expect(await stored()).toEqual([])
  })

  test('a preview is its sender’s alone', async () => {
    const draft = await draftOf(upload(place, csv))
    await signInAs('clerk', 'xa-b', 2)
    expect(await toldOf(await storeFile(form({ draft })))).toMatchObject({ problem: 'draft-gone' })
    expect(await stored()).toEqual([])
  })
})

describe('the forms of a clerk', () => {
  test('enter, correct, withdraw', async () => {
    expect(await toldOf(await save(form(table)))).toMatchObject({ status: 303, done: 'saved' })
    const corrected = { ...table, 'n.received.*': '12', seen: '1' }
    expect(await toldOf(await save(form(corrected)))).toMatchObject({ draft: expect.any(String) })
    await save(form({ ...corrected, reason: 'gõ nhầm' }))
    expect(await stored()).toEqual(['10 0', '12 1'])
    const gone = { ...days, unit: 'xa-b', ids: '2' }
    expect(await toldOf(await withdraw(form(gone)))).toMatchObject({ problem: 'blank-reason' })
    await withdraw(form({ ...gone, 'withdraw-reason': 'nhầm kỳ' }))
    expect(await stored()).toEqual(['10 0', '12 0'])
  })

  test('a file is stored after its preview, once', async () => {
    const draft = await draftOf(upload(place, csv))
    expect(await stored()).toEqual([])
    const confirm = () => storeFile(form({ draft }))
    expect(await toldOf(await confirm())).toMatchObject({ done: 'imported', year: '2026' })
    expect(await stored()).toEqual(['10 1'])
    expect(await toldOf(await confirm())).toMatchObject({ problem: 'draft-gone' })
  })

  test('a file that is refused leads back with what was chosen', async () => {
    const back = { status: 303, ...place }
    const big = `${csv}\n${'x'.repeat(3 * 1024 * 1024)}`
    expect(await toldOf(await readFile(upload(place, big)))).toEqual({
      ...back,
      problem: 'file-too-large',
    })
    expect(await toldOf(await readFile(upload(place, '')))).toEqual({ ...back, problem: 'no-file' })
    const wrong = await toldOf(await readFile(upload(place, 'Lĩnh vực;Tiếp nhận;Tỷ lệ\nx;1;2')))
    expect(wrong).toEqual({ ...back, draft: expect.any(String) })
    const turned = { ...place, from: '2026-06-01' }
    expect(await toldOf(await readFile(upload(turned, csv)))).toEqual({
      ...back,
      ...turned,
      problem: 'from-after-to',
    })
  })
})

test('the templates are read by the import as they are', async () => {
  const context = { fields: await listFields(), units: null }
  for (const give of [template, templateXlsx]) {
    const bytes = new Uint8Array(await (await give(new Request(`${origin}/x`))).arrayBuffer())
    const unit = { code: 'xa-b', name: '', level: 'xa' as const, parent: null }
    const read = await readDossierTable(bytes, { ...context, unit, period: days })
    expect(read).toMatchObject({ ok: true, value: { findings: [], lines: [] } })
    expect(read.ok && read.value.skipped.length).toBe(context.fields.length + 1)
  }
})
