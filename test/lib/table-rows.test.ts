import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readTableRows } from '@/lib/table-rows'

const parts = {
  'xl/workbook.xml': '<workbook><sheets><sheet r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<R><Relationship Id="r1" Target="worksheets/s.xml"/></R>',
}
const csv = (text: string) => readTableRows(strToU8(text), 5000)
const xlsx = (sheet: string, texts = '') => {
  const files = { ...parts, 'xl/worksheets/s.xml': sheet, 'xl/sharedStrings.xml': texts }
  const packed = Object.entries(files).map(([name, text]) => [name, strToU8(text)])
  return readTableRows(zipSync(Object.fromEntries(packed)), 5000)
}
const rowsOf = async (read: ReturnType<typeof readTableRows>) => {
  const rows = await read
  if (!rows.ok) throw new Error(JSON.stringify(rows.problems))
  return rows.value
}
const problem = (code: string) => ({ ok: false, problems: [{ code }] })

describe('a file that nobody made to be read', () => {
  test('of one line with two million cells is no table', async () => {
    expect(await csv(';'.repeat(2_000_000))).toEqual(problem('not-a-table'))
  })

  test('has no more columns, and no longer words, than a table', async () => {
    const words = 'x'.repeat(100_000)
    const [cells] = (await rowsOf(csv(`a;${words}${';b'.repeat(1000)}`))).map((row) => row.cells)
    expect(cells?.length).toBe(200)
    expect(cells?.slice(0, 2)).toEqual(['a', 'x'.repeat(200)])
    const one = `<row><c t="str"><v>${words}</v></c>${'<c><v>1</v></c>'.repeat(1000)}</row>`
    const [others] = (await rowsOf(xlsx(`<sheet>${one}</sheet>`))).map((row) => row.cells)
    expect([others?.length, others?.[0]]).toEqual([200, 'x'.repeat(200)])
  })

  test('of elements in each other by the million is no workbook, and takes no memory', async () => {
    const before = process.memoryUsage.rss()
    expect(await xlsx('<a>'.repeat(5_000_000))).toEqual(problem('not-a-workbook'))
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 1024 * 1024)
  })

  test('with one text of megabytes in thousands of cells is read in no time', async () => {
    const texts = `<sst><si><t>${' '.repeat(8_000_000)}a</t></si><si><t> b </t></si></sst>`
    const cells = '<c t="s"><v>0</v></c><c t="s"><v>1</v></c>'.repeat(50)
    const rows = await rowsOf(xlsx(`<s>${`<row>${cells}</row>`.repeat(500)}</s>`, texts))
    expect([rows.length, rows[0]?.cells.slice(0, 2)]).toEqual([500, [null, 'b']])
  })

  test('comes after the one before it, whatever becomes of that', async () => {
    const done: string[] = []
    await Promise.all([
      xlsx(`<s>${'<row/>'.repeat(200_000)}</s>`).then(() => done.push('long')),
      csv('"').then(() => done.push('broken')),
      csv('a;b').then(() => done.push('short')),
    ])
    expect(done).toEqual(['long', 'broken', 'short'])
  })
})
