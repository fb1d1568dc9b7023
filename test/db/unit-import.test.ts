import { beforeEach, describe, expect, it } from 'vitest'
import { importUnits, planUnits } from '@/db/units/import'
import { getUnit, listUnits } from '@/db/units/units'
import { readUnitFile } from '@/domain/unit-file'
import { readTableRows } from '@/lib/table-rows'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict } from '../helpers/district'
import { lines } from '../helpers/recount'
import { someoneAt } from '../helpers/tablet'

useTestDatabase()
beforeEach(foundDistrict)

async function read(text: string) {
  const rows = await readTableRows(new TextEncoder().encode(text), 5000)
  if (!rows.ok) throw new Error(JSON.stringify(rows.problems))
  return readUnitFile(rows.value)
}
const found = (findings: Awaited<ReturnType<typeof read>>['findings']) =>
  findings.map(({ row, problem }) => `${row} ${problem.code}`)

describe('a list of units', () => {
  it('is stored whole, parents first in whatever order they stand, once', async () => {
    const scope = await someoneAt('tinh')
    const { lines: list, findings } = await read(
      'Mã;Tên;Cấp;Mã cấp trên\nxa-c-1;Điểm C1;Bộ phận;xa-c\nxa-c;Xã C;Cấp xã;tinh\nxa-a;Xã A;xa;tinh\n',
    )
    expect(findings).toEqual([])
    const plan = await planUnits(scope, list)
    expect(plan).toMatchObject({ problems: [], same: [{ code: 'xa-a' }] })
    expect(await importUnits(scope, list, 'don-vi.csv', arrival)).toEqual({ ok: true, value: 2 })
    const parent = await getUnit('xa-c')
    expect(await getUnit('xa-c-1')).toMatchObject({ level: 'office', parentId: parent?.id })
    const again = await someoneAt('tinh')
    expect(await importUnits(again, list, 'don-vi.csv', arrival)).toEqual({ ok: true, value: 0 })
    expect(await lines("select detail from audit_events where action = 'units-imported'")).toEqual([
      '{"file":"don-vi.csv","units":2}',
    ])
  })

  it('has every line named that is wrong in itself', async () => {
    const { findings } = await read(
      'code;name;level;parent_code\n;X;xa;tinh\nxã;X;xa;tinh\nb;;xa;tinh\nc;C;làng;tinh\nd;D;xa;tinh\nd;D;xa;tinh\n',
    )
    expect(found(findings)).toEqual([
      '2 blank-code',
      '3 bad-code',
      '4 blank-name',
      '5 unknown-level',
      '7 unit-twice',
    ])
    expect(found((await read('a;b\n1;2\n')).findings)).toEqual(['0 unit-header'])
  })

  it('is read in no time where marks are piled on a letter, which normalising takes minutes for', async () => {
    const pile = `x${'\u0323\u0301'.repeat(150_000)}`
    const { lines: list, findings } = await read(
      `code;name;level;${pile}\nb;${pile};xa;\nc;C;${pile};tinh\n`,
    )
    expect(list.map(({ name }) => name.length)).toEqual([31])
    expect(found(findings)).toEqual(['3 unknown-level'])
  })

  it('has every line named that does not fit what is there, and adds nothing', async () => {
    const before = (await listUnits()).length
    const scope = await someoneAt('xa-b')
    const { lines: list } = await read(
      'code;name;level;parent_code\ne;E;xa;xa-b\nf;F;xa;xa-a\ng;G;xa;\nh;H;xa;i\ni;I;xa;h\nj;J;xa;nowhere\nxa-b-1;Khác;office;xa-b\nxa-a;Xã A;xa;tinh\n',
    )
    expect(found((await planUnits(scope, list)).problems)).toEqual([
      '3 unknown-parent',
      '4 no-parent',
      '5 would-circle',
      '6 would-circle',
      '7 unknown-parent',
      '8 unit-differs',
      '9 unit-differs',
    ])
    expect(await importUnits(scope, list, 'x', arrival)).toMatchObject({
      problems: [{ code: 'list-changed' }],
    })
    expect((await listUnits()).length).toBe(before)
  })
})
