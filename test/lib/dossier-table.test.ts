import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import type { FileContext } from '@/domain/dossier/row-source'
import { readDossierTable } from '@/lib/dossier-table'

const context: FileContext = {
  unit: { code: 'xa', name: 'Xã', level: 'xa', parent: null },
  period: { from: '2026-01-01', to: '2026-03-31' },
  fields: [
    { code: 'ho-tich', name: 'Hộ tịch' },
    { code: 'dat-dai', name: 'Đất đai, môi trường' },
  ],
  units: new Set(['xa', 'xa-2']),
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
async function read(bytes: Uint8Array, more: Partial<FileContext> = {}) {
  const found = await readDossierTable(bytes, { ...context, ...more }, 6000)
  return found.ok ? found.value : found.problems
}
const csv = async (...lines: string[]) => await read(bytesOf(lines.join('\r\n')))
const wrong = async (...lines: string[]) => {
  const found = await csv(...lines)
  if (!('findings' in found)) return found.map(({ code }) => code)
  return found.findings.map(({ row, problem: { code, field } }) => [row, code, field])
}

const flat =
  'Lĩnh vực;Tiếp nhận – Tổng số;Tiếp nhận – Trực tuyến;Tiếp nhận – Trực tiếp, bưu chính;Tiếp nhận – Từ kỳ trước;Đã giải quyết – Tổng số;Đã giải quyết – Trước hạn;Đã giải quyết – Đúng hạn;Đã giải quyết – Quá hạn;Đang giải quyết – Tổng số;Đang giải quyết – Trong hạn;Đang giải quyết – Quá hạn'

const counts = {
  received: 1234,
  receivedOnline: 1000,
  receivedDirect: 200,
  receivedCarried: 34,
  resolved: 1200,
  resolvedBefore: 1000,
  resolvedOnTime: 190,
  resolvedLate: 10,
  inProgress: 34,
  inProgressInTime: 30,
  inProgressOverdue: 4,
}
const numbers = '1.234;1000;200;34;1 200;1000;190;10;34;30;4'

describe('a CSV file as offices write it', () => {
  test('in one header row, with a byte order mark and Windows line ends', async () => {
    const found = await csv(
      `\uFEFF${flat}`,
      `hộ tịch;${numbers}`,
      `"Đất đai, môi trường";;;;;;;;;;;`,
      `TỔNG CỘNG;${numbers}`,
    )
    expect(found).toMatchObject({
      lines: [
        { row: 2, field: 'ho-tich', unit: { code: 'xa' }, period: context.period, counts },
        { row: 4, field: null, counts },
      ],
      findings: [],
      skipped: [3],
    })
  })

  test('with titles, merged header rows and a row of column numbers', async () => {
    const found = await csv(
      'Biểu số 06a/VPCP/KSTT,,,,,,,,,,,,',
      '"TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC",,,,,,,,,,,,',
      'STT,Lĩnh vực giải quyết,Số lượng hồ sơ tiếp nhận,,,,Số lượng hồ sơ đã giải quyết,,,,Số lượng hồ sơ đang giải quyết,,',
      ',,Tổng số,Trong kỳ,,Từ kỳ trước,Tổng số,Trước hạn,Đúng hạn,Quá hạn,Tổng số,Trong hạn,Quá hạn',
      ',,,Trực tuyến,"Trực tiếp, dịch vụ bưu chính",,,,,,,,',
      '(1),(2),(3)=(4)+(5)+(6),(4),(5),(6),(7)=(8)+(9)+(10),(8),(9),(10),(11)=(12)+(13),(12),(13)',
      `1,Hộ tịch,${numbers.replaceAll(';', ',')}`,
      `Tổng cộng,,${numbers.replaceAll(';', ',')}`,
    )
    expect(found).toMatchObject({
      lines: [
        { row: 7, field: 'ho-tich', counts },
        { row: 8, field: null, counts },
      ],
      findings: [],
    })
  })

  test('on time without "before time" is both together', async () => {
    const found = await csv(
      'Lĩnh vực\tTiếp nhận\tĐã giải quyết\tĐã giải quyết đúng hạn',
      'Hộ tịch\t9\t8\t7',
    )
    expect(found).toMatchObject({
      lines: [{ counts: { resolvedBefore: null, resolvedInTime: 7, resolvedLate: 1 } }],
    })
  })

  test('units and days of its own', async () => {
    const found = await csv(
      'Mã đơn vị;Từ ngày;Đến ngày;Tiếp nhận;Đã giải quyết',
      'xa-2;01/04/2026;2026-06-30;5;4',
    )
    expect(found).toMatchObject({
      lines: [{ unit: { code: 'xa-2' }, period: { from: '2026-04-01', to: '2026-06-30' } }],
    })
  })
})

describe('what is wrong names row and column', () => {
  test('in the rows', async () => {
    expect(
      await wrong(
        'Lĩnh vực;Tiếp nhận;Đã giải quyết;Đang giải quyết',
        'Hộ tịch;10;8;3',
        'Tôn giáo;1;1;0',
        'Đất đai, môi trường;-1;1,5;x',
        'ho tich;1;1;0',
        'HỘ TỊCH;2;2;0',
        ';3;3;0',
        'Hộ tịch;3;3;0;9',
      ),
    ).toEqual([
      [2, 'received-by-state', 'received'],
      [3, 'unknown-field', undefined],
      [4, 'negative-count', 'received'],
      [4, 'decimal-count', 'resolved'],
      [4, 'not-a-count', 'inProgress'],
      [6, 'overlaps-row', undefined],
      [7, 'field-missing', undefined],
      [8, 'cells', undefined],
      [8, 'overlaps-row', undefined],
    ])
  })

  test('in units and days', async () => {
    const header = 'Mã đơn vị;Tháng;Tiếp nhận;Đã giải quyết'
    expect(await wrong(header, 'xa-9;03/2026;1;1', ';03/2026;1;1', 'xa-2;13/2026;1;1')).toEqual([
      [2, 'unknown-unit', undefined],
      [4, 'bad-month', 'month'],
    ])
  })

  test('in the file as a whole', async () => {
    expect(await wrong('')).toEqual(['empty-file'])
    expect(await wrong('a;b', '1;2')).toEqual(['no-header'])
    expect(await wrong(flat)).toEqual(['no-rows'])
    expect(await wrong(`${flat};Tiếp nhận – Tổng số`, 'x')).toEqual(['column-twice'])
    expect(await wrong(`${flat};Tỷ lệ`, 'x')).toEqual(['unknown-column'])
    expect(await wrong(flat, '"Hộ tịch;1')).toEqual(['not-a-table'])
    expect(await read(Uint8Array.of(0xff, 0xfe, 0x41))).toMatchObject([{ code: 'not-text' }])
  })
})

const words = (value: string, span = 1, rowSpan = 1) => ({ value, columnSpan: span, rowSpan })
const row = (name: string, ...values: number[]) => [
  { value: name },
  ...values.map((value) => ({ value, type: Number })),
]
const sheet = async (...rows: ReturnType<typeof row>[]) =>
  new Uint8Array(
    await writeExcelFile([
      [words('Biểu số 06')],
      [
        words('Lĩnh vực', 1, 2),
        words('Số hồ sơ tiếp nhận', 4),
        null,
        null,
        null,
        words('Số hồ sơ đã giải quyết', 4),
        null,
        null,
        null,
        words('Số hồ sơ đang giải quyết', 3),
      ],
      [
        null,
        ...'Tổng số|Trực tuyến|Trực tiếp, bưu chính|Từ kỳ trước|Tổng số|Trước hạn|Đúng hạn|Quá hạn|Tổng số|Trong hạn|Quá hạn'
          .split('|')
          .map((value) => words(value)),
      ],
      ...rows,
    ] as never).toBuffer(),
  )

test('marks that are piled on a letter, which normalising takes minutes for, hold nobody up', async () => {
  const pile = `x${'\u0323\u0301'.repeat(150_000)}`
  expect(await wrong(`${flat};${pile}`, 'Hộ tịch;1')).toEqual(['unknown-column'])
  expect(await wrong(flat, `${pile};1;1;0;0;1;1;0;0;0;0;0`)).toEqual([
    [2, 'unknown-field', undefined],
  ])
})

describe('an Excel file', () => {
  test('with merged header rows', async () => {
    const found = await read(
      await sheet(row('Hộ tịch', 1234, 1000, 200, 34, 1200, 1000, 190, 10, 34, 30, 4)),
    )
    expect(found).toMatchObject({ lines: [{ row: 4, field: 'ho-tich', counts }], findings: [] })
  })

  test('a number that is not whole is never taken for thousands', async () => {
    const found = await read(await sheet(row('Hộ tịch', 1.234)))
    expect(found).toMatchObject({ findings: [{ row: 4, problem: { code: 'decimal-count' } }] })
  })
})

test('an Excel file is refused where it is none, damaged, or unpacks to far more than it is', async () => {
  const zip = (files: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
  expect(await read(bytesOf('PK not a zip'))).toMatchObject([{ code: 'not-a-workbook' }])
  expect(await read(zip({ 'a.txt': 'a' }))).toMatchObject([{ code: 'not-a-workbook' }])
  const parts = {
    'xl/workbook.xml': '<workbook><sheets><sheet r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<R><Relationship Id="r1" Target="worksheets/s.xml"/></R>',
  }
  expect(await read(zip({ ...parts, 'xl/worksheets/s.xml': '<a><b></a>' }))).toMatchObject([
    { code: 'not-a-workbook' },
  ])
  const bomb = zip({ ...parts, 'xl/worksheets/s.xml': ' '.repeat(40 * 1024 * 1024) })
  expect(bomb.byteLength).toBeLessThan(100_000)
  expect(await read(bomb)).toMatchObject([{ code: 'unpacked-too-large' }])
  // The same, but it says of itself that it is small.
  const liar = Buffer.from(bomb)
  const at = liar.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'))
  liar.writeUInt32LE(10, at + 24)
  expect(await read(liar)).toMatchObject([{ code: 'unpacked-too-large' }])
})

test('others have their turn while 5,000 rows are read', async () => {
  const fields = Array.from({ length: 5000 }, (_, i) => ({
    code: `f${i}`,
    name: `Lĩnh vực ${i}`,
  }))
  const values = [1234, 1000, 200, 34, 1200, 1000, 190, 10, 34, 30, 4]
  const files = [
    await sheet(...fields.map(({ name }) => row(name, ...values))),
    bytesOf([flat, ...fields.map(({ name }) => `${name};${numbers}`)].join('\n')),
  ]
  for (const file of files) {
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    const found = await read(file, { fields })
    clearInterval(timer)
    expect(found).toMatchObject({ findings: [] })
    expect('lines' in found && found.lines.length).toBe(5000)
    expect(turns).toBeGreaterThan(10)
  }
}, 30_000)
