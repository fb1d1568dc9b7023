import { beforeEach, describe, expect, it } from 'vitest'
import { write } from '@/db/client'
import { changeDesk } from '@/db/units/desk-changes'
import { listDeskViews } from '@/db/units/desk-view'
import { addField, changeField, setFieldShown } from '@/db/units/field-changes'
import { importFields, planFields } from '@/db/units/field-import'
import { getFieldUse, listFields, listManagedFields, listOpenFields } from '@/db/units/fields'
import { makeLink } from '@/db/units/new-links'
import { roles, type Scope } from '@/domain/access'
import { fieldKey } from '@/domain/field'
import { readDossierTable } from '@/lib/dossier-table'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict, recordVisits } from '../helpers/district'
import { readView } from '../helpers/random-visits'
import { lines } from '../helpers/recount'
import { someoneAt } from '../helpers/tablet'

useTestDatabase()
beforeEach(foundDistrict)

const now = arrival + 2000
const refusal = (code: string) => ({ ok: false, problems: [{ code }] })
const add = (scope: Scope, name: string, groupCode = '') =>
  addField(scope, { name, groupCode }, now)
const groupOf = async (code: string) =>
  (
    await lines(`select g.code from fields f join fields g on g.id = f.group_id
    where f.code = '${code}'`)
  )[0]

describe('a name with signs that nobody sees', () => {
  it('is kept without them, and hinders no other name', async () => {
    const top = await someoneAt('tinh', 'admin')
    expect(await add(top, 'Lao\0động\u0007 trẻ')).toEqual({ ok: true, value: 'lao-dong-tre' })
    expect(await lines("select name from fields where code = 'lao-dong-tre'")).toEqual([
      'Lao động trẻ',
    ])
    expect(await add(top, 'Việc làm')).toEqual({ ok: true, value: 'viec-lam' })
  })
})

describe('fields belong to the installation', () => {
  const changes: readonly (readonly [string, (scope: Scope) => Promise<unknown>])[] = [
    ['add', (scope) => add(scope, 'Lao động')],
    ['change', (scope) => changeField(scope, 'y-te', { name: 'Y khoa', groupCode: '' }, now)],
    ['hide', (scope) => setFieldShown(scope, 'y-te', false, now)],
    ['import', (scope) => importFields(scope, [{ row: 2, name: 'Lao động', group: '' }], 'x', now)],
  ]

  it.each(changes)('%s: only for who administers all of it', async (_, change) => {
    const before = await listFields()
    expect(await change(await someoneAt('xa-a'))).toMatchObject(refusal('not-found'))
    for (const role of roles.filter((one) => one !== 'admin')) {
      expect(await change(await someoneAt('tinh', role))).toMatchObject(refusal('not-found'))
    }
    expect(await listFields()).toEqual(before)
    expect(await change(await someoneAt('tinh'))).toMatchObject({ ok: true })
  })

  it('are listed for nobody else', async () => {
    const below = await someoneAt('xa-a')
    expect(await listManagedFields(below)).toEqual([])
    expect(await getFieldUse(below, 1)).toBeNull()
    expect((await planFields(below, [{ row: 2, name: 'X', group: '' }])).added).toEqual([])
    expect(await listManagedFields(await someoneAt('tinh'))).toEqual(await listFields())
  })
})

it('a field is added under a group with a code of its own, and noted', async () => {
  const scope = await someoneAt('tinh')
  expect(await add(scope, ' Nuôi  con nuôi ', 'ho-tich')).toEqual({
    ok: true,
    value: 'nuoi-con-nuoi',
  })
  expect(await groupOf('nuoi-con-nuoi')).toBe('ho-tich')
  expect(await add(scope, 'NUOI CON NUOI')).toMatchObject(refusal('field-exists'))
  expect(await add(scope, 'Quốc tịch', 'nuoi-con-nuoi')).toMatchObject(refusal('group-in-group'))
  expect(await add(scope, 'Quốc tịch', 'nothing')).toMatchObject(refusal('not-found'))
  expect(await lines("select detail from audit_events where action = 'field-added'")).toEqual([
    '{"field":"nuoi-con-nuoi","name":"Nuôi con nuôi","group":"ho-tich"}',
  ])
})

it('a field with names that look the same comes in once, however many ask at once', async () => {
  const scope = await someoneAt('tinh')
  const asked = ['Hòa giải', 'Hoà giải', 'HÒA GIẢI', 'Hoa Giai', 'hòa  giải'].map((name) =>
    add(scope, name),
  )
  const renamed = changeField(scope, 'y-te', { name: 'hoa giai', groupCode: '' }, now)
  const done = await Promise.all([...asked, renamed])
  expect(done.filter(({ ok }) => ok)).toHaveLength(1)
  const keys = (await listFields()).map(({ name }) => fieldKey(name))
  expect(keys.filter((key) => key === 'hoa giai')).toHaveLength(1)
})

it('a field is renamed; its code and what was counted stay, and nothing is noted twice', async () => {
  const scope = await someoneAt('tinh')
  const [id] = await lines("select id from fields where code = 'y-te'")
  const change = { name: 'Y tế', groupCode: 'ho-tich' }
  expect(await changeField(scope, 'y-te', change, now)).toMatchObject({ ok: true })
  expect(await changeField(scope, 'y-te', change, now)).toMatchObject({ ok: true })
  expect(await changeField(scope, 'y-te', { ...change, groupCode: '' }, now)).toEqual({
    ok: true,
    value: null,
  })
  expect(await lines("select id from fields where code = 'y-te' and name = 'Y tế'")).toEqual([id])
  const noted = "select action || ' ' || detail from audit_events where action like 'field-%'"
  expect(await lines(noted)).toEqual([
    'field-renamed {"field":"y-te","before":"Y tế, dân số","name":"Y tế","group":"ho-tich"}',
    'field-moved {"field":"y-te","group":null}',
  ])
})

it('a field that is a group goes into none, nor into itself, also when two move at once', async () => {
  const scope = await someoneAt('tinh')
  const into = (code: string, groupCode: string) =>
    changeField(scope, code, { name: `Tên ${code}`, groupCode }, now)
  expect(await into('y-te', 'y-te')).toMatchObject(refusal('group-in-group'))
  const both = await Promise.all([into('y-te', 'ho-tich'), into('ho-tich', 'y-te')])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  const deep = 'select count(*) from fields f join fields g on g.id = f.group_id where g.group_id'
  expect(await lines(deep)).toEqual(['0'])
  await expect(write(["update fields set group_id = id where code = 'giao-duc'"])).rejects.toThrow(
    'groups of fields have no groups',
  )
})

it('a field that is hidden is offered nowhere, and stays where it is', async () => {
  const scope = await someoneAt('tinh')
  const place = { unitCode: 'xa-a', code: '1' }
  const serve = (...fieldCodes: string[]) =>
    changeDesk(scope, place, { label: 'Quầy', fieldCodes }, now)
  const served = async () => {
    const desk = (await listDeskViews(scope, 'xa-a', now)).find(({ code }) => code === '1')
    return desk?.fields.map(({ code }) => code)
  }
  await serve('y-te')
  await setFieldShown(scope, 'y-te', false, now)
  await setFieldShown(scope, 'dat-dai', false, now)
  await setFieldShown(scope, 'dat-dai', false, now)
  expect((await listOpenFields()).map(({ code }) => code)).not.toContain('y-te')
  await serve('y-te', 'dat-dai', 'ho-tich')
  expect(await served()).toEqual(['ho-tich', 'y-te'])
  const [id = 0] = (await lines("select id from fields where code = 'y-te'")).map(Number)
  expect(await getFieldUse(scope, id)).toEqual({ desks: 1, links: 0 })
  const link = { unitCode: 'xa-a', surveyCode: 'kiosk-1', channel: 'qr', deskCode: '' }
  const fixed = { ...link, fieldCode: 'y-te', touchpoint: '' }
  expect(await makeLink(scope, fixed, now)).toMatchObject(refusal('not-found'))
  await setFieldShown(scope, 'y-te', true, now)
  expect(await makeLink(scope, fixed, now)).toMatchObject({ ok: true })
  expect(await lines("select action from audit_events where action like 'field-%'")).toEqual([
    'field-hidden',
    'field-hidden',
    'field-shown',
  ])
})

it('figures stay with the field through a new name and a group, and a group says it is no sum', async () => {
  const visit = { survey: 'kiosk-1', version: 2, unit: 'xa-a', place: 'qr', daysAgo: 1 } as const
  await recordVisits(
    Array.from({ length: 40 }, (_, i) => ({ ...visit, answers: { overall: i < 10 ? 2 : 5 } })),
  )
  const view = { survey: 'kiosk-1', unit: 'xa-a', from: '2026-11-15', to: '2026-11-30' } as const
  const rows = async () =>
    (await readView(view, 'field')).rows.map(({ key, label, ...row }) =>
      row.status === 'ok' ? [key, label, row.k, row.n] : [key, label],
    )
  const scope = await someoneAt('tinh')
  expect(await rows()).toEqual([['dat-dai', 'Đất đai, môi trường', 30, 40]])
  await changeField(scope, 'dat-dai', { name: 'Tài nguyên', groupCode: 'nong-nghiep' }, now)
  expect(await rows()).toEqual([['dat-dai', 'Tài nguyên', 30, 40]])
  await changeField(scope, 'dat-dai', { name: 'Tài nguyên', groupCode: '' }, now)
  await add(scope, 'Khoáng sản', 'dat-dai')
  expect(await rows()).toEqual([['dat-dai', 'Tài nguyên (chưa tách lĩnh vực)', 30, 40]])
})

it('a file of dossiers is read by the names that stand, in any spelling', async () => {
  const scope = await someoneAt('tinh')
  const unit = { code: 'xa-a', name: '', level: 'xa' as const, parent: null }
  const period = { from: '2026-05-01', to: '2026-05-31' }
  const read = async (...names: string[]) => {
    const csv = ['Lĩnh vực;Tiếp nhận;Đã giải quyết', ...names.map((name) => `${name};9;9`)]
    const bytes = new TextEncoder().encode(csv.join('\n'))
    const context = { unit, period, units: null, fields: await listFields() }
    const table = await readDossierTable(bytes, context)
    if (!table.ok) throw new Error(JSON.stringify(table.problems))
    const { lines: found, findings } = table.value
    return [...found.map(({ field }) => field), ...findings.map(({ problem }) => problem.code)]
  }
  expect(await read('Hòa giải ở cơ sở')).toEqual(['unknown-field'])
  await add(scope, 'Hòa giải ở cơ sở', 'ho-tich')
  await changeField(scope, 'y-te', { name: 'Dược phẩm', groupCode: '' }, now)
  await setFieldShown(scope, 'y-te', false, now)
  expect(await read('HOÀ GIẢI Ở CƠ SỞ', 'duoc pham', 'Hộ tịch')).toEqual([
    'hoa-giai-o-co-so',
    'y-te',
    'ho-tich',
  ])
})
