import { expect, test } from 'vitest'
import { makeExcel } from '@/components/paper/excel'
import { partsOf } from '../helpers/files'
import { reportOf, row } from '../helpers/report'

test('rows are as high as their text, and a sheet is printed one page wide', async () => {
  const long = 'Xã '.repeat(40)
  const unit = [row('Xã A', [2, 3, 4, 30, 40]), row(long, [2, 3, 4, 30, 40])]
  const parts = partsOf(await makeExcel(reportOf({ rows: { unit } })))
  const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/sheet'))
  expect(sheets.length).toBe(3)
  for (const [, xml] of sheets) {
    expect(xml.indexOf('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')).toBe(
      xml.indexOf('<sheetPr'),
    )
    expect(xml).toMatch(/<pageSetup [^>]*fitToWidth="1"[^>]*fitToHeight="0"/)
  }
  const heights = [...(parts['xl/worksheets/sheet3.xml'] ?? '').matchAll(/<row [^>]*\bht="(\d+)"/g)]
  const [, short = 0, tall = 0] = heights.map(([, height]) => Number(height))
  expect(short).toBe(17)
  expect(tall).toBeGreaterThanOrEqual(3 * 17)
})
