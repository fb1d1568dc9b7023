import readExcelFile from 'read-excel-file/node'
import { beforeEach, describe, expect, test } from 'vitest'
import { makeExcel } from '@/components/paper/excel'
import { figuresCsv } from '@/components/paper/figures-csv'
import { readReport } from '@/db/rates/report'
import type { FigureRow } from '@/domain/figure'
import { roundRate } from '@/domain/number-format'
import { bottomTwoBox } from '@/domain/rate'
import type { Report } from '@/domain/report'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict, recordVisits, scopeAt } from '../helpers/district'
import { partsOf, readCsv } from '../helpers/files'
import { addStatistics, autumn, visits } from '../helpers/province-figures'
import { comparedReport, reportOf, row } from '../helpers/report'

useTestDatabase()
beforeEach(foundDistrict)

const dangerous = '=HYPERLINK("http://x.invalid";"a") <script>alert(1)</script> & \u0001"'

/** A province with a unit of every status: rated, for reference, hidden, empty. */
async function readProvince(): Promise<Report> {
  await recordVisits([
    ...visits(40, { unit: 'xa-b' }),
    ...visits(9, { unit: 'xa-b', answers: { q8: 1, q2: 2 } }),
    ...visits(7, { unit: 'xa-a', place: 'link' }),
    ...visits(3, { unit: 'xa-b-1', answers: { q8: 2 } }),
    ...visits(11, { unit: 'tinh', place: 'qr', answers: { q8: 3, q2: 4 } }),
  ])
  await addStatistics('xa-b', autumn, 61)
  const view = { unit: 'tinh', survey: 'desk-8', ...autumn, locale: 'vi' as const }
  const report = await readReport(await scopeAt('tinh', 'reporter'), view, arrival)
  if (!report.ok) throw new Error(JSON.stringify(report.problems))
  return report.value
}

/** The numbers a file must hold of a group, by heading; percentages with two decimals. */
function numbersOf(one: FigureRow): Record<string, number> {
  if (one.status === 'suppressed') return {}
  if (one.status === 'none') return { 'Tổng số phiếu chọn mức': 0 }
  const counts = {
    'Rất không hài lòng': one.levels[0],
    'Rất hài lòng': one.levels[4],
    'Tổng số phiếu chọn mức': one.n,
    'Số phiếu hài lòng và rất hài lòng': one.k,
  }
  if (one.status === 'reference') return counts
  return {
    ...counts,
    'Tỷ lệ hài lòng': roundRate(one) / 100,
    'Tỷ lệ không hài lòng': roundRate(bottomTwoBox(one.levels)) / 100,
  }
}

const compared = comparedReport()

const vietnamese = (text: string | undefined) => Number((text ?? '').replace(',', '.'))

describe('figures as CSV', () => {
  test('hold every row of every breakdown, and every number of the report', async () => {
    const report = await readProvince()
    const text = [...figuresCsv(report)].join('')
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const lines = readCsv(text)
    const isOfPeople = ({ Bảng: table = '' }: Record<string, string>) =>
      !['Phiếu nhận qua', 'Cách trả lời', 'Hồ sơ tiếp nhận và giải quyết'].includes(table)
    const told = lines.filter(isOfPeople)
    const rows = [
      report.total.total,
      report.previous.total,
      report.lastYear.total,
      ...report.breakdowns.flatMap((figures) => figures.rows),
    ]
    expect(told).toHaveLength(rows.length)
    const statuses = new Set(rows.map(({ status }) => status))
    expect([...statuses].sort()).toEqual(['none', 'ok', 'reference', 'suppressed'])
    rows.forEach((one, index) => {
      const line = told[index] ?? {}
      expect(line['Mã']).toBe(one.key)
      for (const [heading, value] of Object.entries(numbersOf(one))) {
        expect(vietnamese(line[heading] ?? line[`${heading} (%)`])).toBe(value)
      }
      if (one.status !== 'suppressed') return
      const [status, ...numbers] = Object.values(line).slice(11)
      expect(status).toBe('Chưa đủ phiếu')
      expect(numbers.join('')).toBe('')
    })
  })

  test('say how the responses came in, and of the dossiers what is known', async () => {
    const report = await readProvince()
    const lines = readCsv([...figuresCsv(report)].join(''))
    const mix = (table: string) =>
      lines
        .filter((line) => line['Bảng'] === table)
        .map((line) => [line['Mã'], line['Tổng số phiếu chọn mức'], line['Trạng thái']])
    const told = ({ key, n }: { key: string; n?: number }) =>
      n === undefined ? [key, '', 'Chưa đủ phiếu'] : [key, String(n), '']
    expect(mix('Phiếu nhận qua')).toEqual(report.total.channels.map(told))
    expect(mix('Cách trả lời')).toEqual(report.total.modes.map(told))
    expect(report.total.channels.length).toBeGreaterThan(1)
    const dossiers = lines.filter((line) => line['Bảng'] === 'Hồ sơ tiếp nhận và giải quyết')
    expect(dossiers.map((line) => [line['Mã'], line['Hồ sơ: Đã giải quyết']])).toEqual(
      report.dossiers.rows.flatMap(({ unit, shares }) =>
        shares ? [[unit.code, String(shares.counts.resolved)]] : [],
      ),
    )
    expect(dossiers).toHaveLength(1)
  })

  test('make names that could run as formulas harmless', () => {
    const names = ['=1+1', ' +1', '"-1', '@a', '\t=1', '＝1', '\u200B=1', '−5']
    const rows = names.map((name) => row(name, [0, 0, 0, 0, 9]))
    const text = [...figuresCsv(reportOf({ unit: dangerous, rows: { unit: rows } }))].join('')
    const lines = readCsv(text)
    expect(lines[0]?.['Đơn vị']).toBe(`'${dangerous}`)
    expect(lines.slice(3).map((line) => line['Nội dung'])).toEqual(names.map((name) => `'${name}`))
  })
})

describe('figures as a workbook', () => {
  test('hold a sheet per breakdown with the numbers of the report as numbers', async () => {
    const report = await readProvince()
    const sheets = await readExcelFile(await makeExcel(report))
    const names = sheets.map(({ sheet }) => sheet)
    expect(names.every((name) => name.length <= 31)).toBe(true)
    expect(new Set(names).size).toBe(names.length)
    const told = report.breakdowns.filter(({ rows }) => rows.length > 0)
    expect(names).toHaveLength(3 + told.length)
    told.forEach(({ rows }, index) => {
      const [headings = [], ...lines] = sheets[index + 2]?.data ?? []
      const at = (line: readonly unknown[], heading: string) => line[headings.indexOf(heading)]
      expect(lines).toHaveLength(rows.length)
      rows.forEach((one, place) => {
        const line = lines[place] ?? []
        expect(at(line, 'Mã')).toBe(one.key)
        for (const [heading, value] of Object.entries(numbersOf(one))) {
          const isShare = heading.startsWith('Tỷ lệ')
          expect(at(line, heading)).toBe(isShare ? Math.round(value * 100) / 10_000 : value)
        }
        if (one.status !== 'suppressed') return
        expect(line.filter((cell) => typeof cell === 'number')).toEqual([])
        expect(at(line, 'Tổng số phiếu chọn mức')).toBe('Chưa đủ phiếu')
      })
    })
  })

  test('say on the sheet of the totals what the page says beside the rate', async () => {
    const sheets = await readExcelFile(await makeExcel(compared))
    const [headings = [], ...lines] = sheets[1]?.data ?? []
    const find = (table: string, heading: string) =>
      lines.find(([first]) => first === table)?.[headings.indexOf(heading)]
    expect(find('Tỷ lệ nếu tính cả phiếu bị loại', 'Tỷ lệ hài lòng')).toBe(0.9079)
    expect(find('Toàn bộ', 'Số phiếu bị loại')).toBe(8)
    expect(find('Toàn bộ', 'Không trả lời câu đánh giá chung')).toBe(7)
    expect(find('Tỷ lệ gia quyền theo số hồ sơ', 'Tỷ lệ hài lòng')).toBe(0.8765)
    expect(find('Tỷ lệ gia quyền theo số hồ sơ', 'Số hồ sơ đã giải quyết')).toBe(1200)
    expect(find('Tỷ lệ gia quyền theo số hồ sơ', 'Khoảng dao động: từ')).toBe(null)
    const change = 'Thay đổi so với kỳ đó (điểm phần trăm)'
    expect(find('Kỳ liền trước', change)).toBe(6)
    expect(find('Kỳ liền trước', 'Khoảng dao động của thay đổi: từ')).toBe(0.98)
    expect(find('Kỳ liền trước', 'Khoảng dao động của thay đổi: đến')).toBe(11.08)
    expect(find('Kỳ liền trước', 'Kết luận về thay đổi')).toBe('có khác biệt')
    expect(find('Cùng kỳ năm trước', 'Kết luận về thay đổi')).toBe(
      'không so sánh: câu hỏi khi đó đã khác',
    )
  })

  test('say on the first sheet whose figures these are, with the days as days', async () => {
    const [about] = await readExcelFile(await makeExcel(await readProvince()))
    const terms = Object.fromEntries((about?.data ?? []).map(([term, value]) => [term, value]))
    expect(terms['Đơn vị']).toBe('Tỉnh (tinh)')
    expect(terms['Từ ngày']).toEqual(new Date('2026-09-01T00:00:00Z'))
    expect(terms['Đến ngày']).toEqual(new Date('2026-11-30T00:00:00Z'))
    expect(terms['Đoạn văn cho báo cáo']).toContain('từ ngày 01/09/2026 đến ngày 30/11/2026')
  })

  test('keep a dangerous name as a text', async () => {
    const file = await makeExcel(
      reportOf({ unit: dangerous, rows: { unit: [row(dangerous, [0, 0, 0, 0, 9])] } }),
    )
    const parts = Object.values(partsOf(file)).join('\n')
    expect(parts).not.toContain('<script')
    expect(parts).not.toMatch(/<f[ >]/)
    const sheets = await readExcelFile(file)
    expect(sheets.flatMap(({ data }) => data).flat()).toContain(dangerous.replace('\u0001', ''))
  })
})
