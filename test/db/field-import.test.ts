import { beforeEach, describe, expect, it } from 'vitest'
import { addField } from '@/db/units/field-changes'
import { importFields, planFields } from '@/db/units/field-import'
import { listFields } from '@/db/units/fields'
import type { Scope } from '@/domain/access'
import { mostFields } from '@/domain/field'
import { readFieldFile } from '@/domain/field-file'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict } from '../helpers/district'
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

describe('a list of fields', () => {
  const read = (...rows: string[][]) =>
    readFieldFile([['lĩnh vực', 'nhóm'], ...rows].map((cells, i) => ({ row: i + 1, cells }))).lines

  it('is stored whole, groups first in whatever order they stand, once', async () => {
    const scope = await someoneAt('tinh')
    const list = read(
      ['Nuôi con nuôi', 'Tư pháp'],
      ['Tư pháp', ''],
      ['Công chứng', 'tu phap'],
      ['Trồng trọt', 'nong-nghiep'],
      ['HỘ TỊCH', ''],
    )
    const plan = await planFields(scope, list)
    expect(plan).toMatchObject({ problems: [], same: [{ name: 'HỘ TỊCH' }] })
    expect(await importFields(scope, list, 'linh-vuc.csv', now)).toEqual({ ok: true, value: 4 })
    expect(await groupOf('nuoi-con-nuoi')).toBe('tu-phap')
    expect(await groupOf('cong-chung')).toBe('tu-phap')
    expect(await groupOf('trong-trot')).toBe('nong-nghiep')
    expect(await importFields(scope, list, 'linh-vuc.csv', now)).toEqual({ ok: true, value: 0 })
    expect(await lines("select detail from audit_events where action = 'fields-imported'")).toEqual(
      ['{"file":"linh-vuc.csv","fields":4}'],
    )
  })

  it('has every line named that does not fit what is there, and adds nothing', async () => {
    const scope = await someoneAt('tinh')
    await add(scope, 'Quốc tịch', 'ho-tich')
    const before = await listFields()
    const list = read(
      ['Mới', ''],
      ['Quốc tịch', 'Y tế, dân số'],
      ['Hộ tịch', 'Y tế, dân số'],
      ['Một', 'Quốc tịch'],
      ['Hai', 'nowhere'],
      ['Ba', 'Bốn'],
      ['Bốn', 'Mới'],
    )
    const { problems } = await planFields(scope, list)
    expect(problems.map(({ row, problem }) => `${row} ${problem.code}`)).toEqual([
      '3 field-differs',
      '4 field-differs',
      '5 group-in-group',
      '6 unknown-group',
      '7 group-in-group',
    ])
    expect(await importFields(scope, list, 'x', now)).toMatchObject(refusal('list-changed'))
    expect(await listFields()).toEqual(before)
  })

  it('never makes more fields than the pages carry', async () => {
    const scope = await someoneAt('tinh')
    const room = mostFields - (await listFields()).length
    const many = Array.from({ length: room + 1 }, (_, i) => ({
      row: i + 2,
      name: `L ${i}`,
      group: '',
    }))
    expect((await planFields(scope, many)).problems).toMatchObject([
      { row: 0, problem: { code: 'too-many-fields' } },
    ])
    expect(await importFields(scope, many.slice(1), 'x', now)).toEqual({ ok: true, value: room })
    expect(await add(scope, 'Thêm một')).toMatchObject(refusal('too-many-fields'))
  })
})
