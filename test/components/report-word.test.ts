import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeWord } from '@/components/paper/word'
import { formatFraction, formatRate } from '@/domain/number-format'
import { partsOf } from '../helpers/files'
import { comparedReport, reportOf, row } from '../helpers/report'

const name = '=1+1 <script>alert(1)</script> & "x" \u0001'
const unit = [
  row(name, [1, 2, 3, 40, 50]),
  row('Xã B', [0, 0, 1, 1, 9]),
  row('Xã C', [0, 0, 0, 3, 1]),
  row('Xã D', [0, 0, 0, 0, 0]),
]
const report = reportOf({
  unit: name,
  channels: [{ key: 'kiosk', n: 295 }, { key: 'qr' }],
  coverage: { status: 'over', n: 300, dossiers: 250 },
  rows: { unit, channel: [row('Máy tính bảng tại quầy', [2, 8, 14, 120, 151])] },
})

/** The texts of a part of a Word file, by table, row and cell. */
function readTables(xml: string): string[][][] {
  const each = (text: string, tag: string) =>
    [...text.matchAll(new RegExp(`<w:${tag}(?: [^>]*)?>(.*?)</w:${tag}>`, 'gs'))].map(
      ([, inner]) => inner ?? '',
    )
  const words = (cell: string) =>
    each(cell, 't')
      .join('')
      .replace(/&(lt|gt|quot|amp|apos);/g, (mark) => marks[mark] ?? mark)
  return each(xml, 'tbl').map((table) =>
    each(table, 'tr').map((line) => each(line, 'tc').map(words)),
  )
}

const marks: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&amp;': '&',
  '&apos;': "'",
}

test('a Word file is an A4 paper with the tables of the report and nothing that is hidden', async () => {
  const parts = partsOf(await makeWord(report, { number: '7', checksum: 'ab12cd' }))
  const xml = parts['word/document.xml'] ?? ''
  expect(parts['word/styles.xml']).toContain('<w:lang w:val="vi-VN"')
  expect(xml.includes('<w:pgSz w:w="11906" w:h="16838"')).toBe(true)
  const margin = (side: string) =>
    Number(new RegExp(`<w:pgMar [^>]*w:${side}="(\\d+)"`).exec(xml)?.[1]) / 56.7
  expect(
    [margin('top'), margin('bottom'), margin('left'), margin('right')].map(Math.round),
  ).toEqual([20, 20, 30, 15])
  expect(xml.includes('<script') || xml.includes('\u0001')).toBe(false)
  const tables = readTables(xml)
  const byUnit = tables.find((table) => table[0]?.[0] === 'Đơn vị')
  const bare = name.replace('\u0001', '')
  expect(byUnit?.slice(1)).toEqual([
    [bare, '90/96', '93,75%', expect.stringMatching(/^\d\d,\d\d–\d\d,\d\d%$/), '3,13% (3/96)'],
    ['Xã B', '10/11', 'tham khảo'],
    ['Xã C', 'Chưa đủ phiếu'],
    ['Xã D', 'Chưa có phiếu'],
  ])
  const levels = tables.find((table) => table[0]?.[0] === 'Mức độ')
  expect(levels?.[1]).toEqual(['Rất hài lòng', '156', formatRate({ k: 156, n: 300 }, 'vi')])
  expect(xml.includes(`Có ${formatFraction({ k: 276, n: 300 }, 'vi')} phiếu đánh giá`)).toBe(true)
  expect(xml.includes('Số liệu chốt số 7; mã kiểm tra ab12cd.')).toBe(true)
  expect(xml.match(/<w:tblHeader/g)).toHaveLength(tables.length - 2)
  expect(xml.match(/<w:cantSplit/g)).toHaveLength(tables.flat().length)
})

test('the indicators say what stands beside the rate, with the numbers it comes from', async () => {
  const parts = partsOf(await makeWord(comparedReport()))
  const tables = readTables(parts['word/document.xml'] ?? '')
  const lines = Object.fromEntries(tables.find((table) => table[0]?.[0] === 'Chỉ tiêu') ?? [])
  expect(lines['Tỷ lệ gia quyền theo số hồ sơ']).toBe('87,65% (3 đơn vị; 1.200/1.500 hồ sơ)')
  expect(lines['Phiếu bị loại']).toBe('8')
  expect(lines['Tỷ lệ nếu tính cả phiếu bị loại']).toBe('90,79% (276/304)')
  expect(lines['Kỳ liền trước (từ 01/10/2025 đến 31/12/2025)']).toBe(
    '86,00% (258/300); thay đổi +6,00 điểm phần trăm (khoảng dao động +0,98 đến +11,08)',
  )
  expect(lines['Cùng kỳ năm trước (từ 01/01/2025 đến 31/03/2025)']).toBe(
    '86,00% (258/300); không so sánh, vì câu hỏi khi đó đã khác',
  )
})

test('a period that is not over says so where it is set against whole ones', async () => {
  const compared = comparedReport()
  const running = { ...compared, total: { ...compared.total, asOf: '2026-03-31T03:00:00.000Z' } }
  const xml = partsOf(await makeWord(running))['word/document.xml'] ?? ''
  const lines = Object.fromEntries(
    readTables(xml).find((table) => table[0]?.[0] === 'Chỉ tiêu') ?? [],
  )
  const said = /; kỳ này chưa kết thúc, kỳ so sánh là trọn kỳ$/
  expect(lines['Kỳ liền trước (từ 01/10/2025 đến 31/12/2025)']).toMatch(said)
  expect(lines['Cùng kỳ năm trước (từ 01/01/2025 đến 31/03/2025)']).not.toMatch(said)
})

test.skipIf(!existsSync('/usr/bin/soffice'))(
  'LibreOffice opens it',
  async () => {
    const dir = mkdtempSync(join(tmpdir(), 'hai-long-word-'))
    writeFileSync(join(dir, 'report.docx'), await makeWord(report))
    const home = `-env:UserInstallation=file://${dir}/home`
    const args = [home, '--headless', '--convert-to', 'txt:Text', '--outdir', dir]
    execFileSync('soffice', [...args, join(dir, 'report.docx')], { stdio: 'ignore' })
    expect(existsSync(join(dir, 'report.txt'))).toBe(true)
    rmSync(dir, { recursive: true })
  },
  90_000,
)
