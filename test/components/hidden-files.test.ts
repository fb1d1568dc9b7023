import { beforeEach, expect, test } from 'vitest'
import { makeExcel } from '@/components/paper/excel'
import { figuresCsv } from '@/components/paper/figures-csv'
import { makeWord } from '@/components/paper/word'
import { readReport } from '@/db/rates/report'
import { useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict, recordVisits, scopeAt } from '../helpers/district'
import { partsOf, readCsv } from '../helpers/files'
import { addStatistics, autumn, visits } from '../helpers/province-figures'

useTestDatabase()
beforeEach(foundDistrict)

/** Four people, told of in no number: neither how many, nor what they said, nor through which channel. */
async function readFour() {
  await recordVisits([
    ...visits(3, { unit: 'xa-a', place: 'link' }),
    ...visits(1, { unit: 'xa-a', place: 'qr', answers: { q8: 1 } }),
  ])
  await addStatistics('xa-a', autumn, 61)
  const view = { unit: 'xa-a', survey: 'desk-8', ...autumn, locale: 'vi' as const }
  const report = await readReport(await scopeAt('xa-a', 'reporter'), view, arrival)
  if (!report.ok) throw new Error(JSON.stringify(report.problems))
  return report.value
}

test('no part of a file has a number of a unit that is hidden', async () => {
  const report = await readFour()
  expect(report.total.total.status).toBe('suppressed')

  const excel = partsOf(await makeExcel(report))
  const numbers = Object.entries(excel)
    .filter(([name]) => /worksheets\/sheet[12]\.xml$/.test(name))
    .flatMap(([, xml]) => [...xml.matchAll(/<c (?![^>]*t="s")[^>]*><v>([^<]*)<\/v>/g)])
    .map(([, value]) => Number(value))
  // Days only, as Excel counts them; 61 dossiers stand on a sheet of their own.
  expect(numbers.filter((value) => value !== 0 && value < 45_000)).toEqual([])

  const word = partsOf(await makeWord(report))['word/document.xml'] ?? ''
  const text = word
    .split(/(?=<w:tbl>)|(?<=<\/w:tbl>)/)
    .filter((part) => !part.includes('Đúng hạn/tiếp nhận'))
    .join('')
    .replaceAll(/<[^>]*>/g, ' ')
  expect(text).toContain('chưa có đủ phiếu để nêu kết quả')
  expect(text).not.toMatch(/\d%|\d\/[1-9]\b|\b[1-4] phiếu/)

  for (const line of readCsv([...figuresCsv(report)].join(''))) {
    if (line['Bảng'] === 'Hồ sơ tiếp nhận và giải quyết') continue
    const told = Object.entries(line)
      .slice(12)
      .filter(([, value]) => value !== '' && value !== '0')
    expect(told).toEqual([])
  }
})
