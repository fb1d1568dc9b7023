import { expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import type { FileContext } from '@/domain/dossier/row-source'
import { readDossierTable } from '@/lib/dossier-table'

const context: FileContext = {
  unit: { code: 'xa', name: 'Xã', level: 'xa', parent: null },
  period: { from: '2026-01-01', to: '2026-03-31' },
  fields: [{ code: 'ho-tich', name: 'Hộ tịch' }],
  units: new Set(['xa', 'xa-2']),
}

type Cell = Readonly<{ value: string | number | Date; type?: unknown; format?: string }>

async function read(header: readonly string[], cells: readonly Cell[]) {
  const rows = [header.map((value) => ({ value })), cells]
  const bytes = new Uint8Array(await writeExcelFile(rows as never).toBuffer())
  const found = await readDossierTable(bytes, context, 10)
  return found.ok ? found.value : found.problems
}

const day = (text: string, format = 'dd/mm/yyyy') => ({ value: new Date(text), type: Date, format })
const number = (value: number, format?: string) => ({
  ...{ value, type: Number },
  ...(format ? { format } : {}),
})
const byField = ['Lĩnh vực', 'Tiếp nhận', 'Đã giải quyết']

test.each(['dd/mm/yyyy', 'd-mmm', 'mm-dd-yy', '"ngày "dd'])(
  'a day shown as %s where a count belongs is no count',
  async (format) => {
    const cells = [{ value: 'Hộ tịch' }, number(9), day('2026-02-01', format)]
    expect(await read(byField, cells)).toMatchObject({
      lines: [],
      findings: [
        {
          row: 2,
          problem: { code: 'day-for-count', field: 'resolved', params: { text: '2026-02-01' } },
        },
      ],
    })
  },
)

test.each(['#,##0', '0.00" ngày"', '[$-42A]0', '0_d'])(
  'a number shown as %s is a count',
  async (format) => {
    const cells = [{ value: 'Hộ tịch' }, number(46_054, format), number(46_054)]
    expect(await read(byField, cells)).toMatchObject({
      lines: [{ counts: { received: 46_054, resolved: 46_054 } }],
      findings: [],
    })
  },
)

test('the days and the month of a row may be days of the spreadsheet', async () => {
  const lines = [{ period: { from: '2026-02-01', to: '2026-02-28' } }]
  const rest = [number(5), number(4)]
  const counts = ['Tiếp nhận', 'Đã giải quyết']
  const [from, to] = [day('2026-02-01'), day('2026-02-28')]
  const unit = { value: 'xa-2' }
  expect(
    await read(['Mã đơn vị', 'Từ ngày', 'Đến ngày', ...counts], [unit, from, to, ...rest]),
  ).toMatchObject({ lines })
  expect(await read(['Mã đơn vị', 'Tháng', ...counts], [unit, from, ...rest])).toMatchObject({
    lines,
  })
})
