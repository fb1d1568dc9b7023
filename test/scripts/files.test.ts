import { describe, expect, test } from 'vitest'
import type { FileContext } from '@/domain/dossier/row-source'
import { parseDossierFile } from '@/scripts/dossier-file'
import { parseTallyFile } from '@/scripts/tally-file'

const header = 'very_dissatisfied,dissatisfied,neither,satisfied,very_satisfied'
const columns = 'unit,unit_name,parent,field,month,received,resolved,resolved_in_time,in_progress'

const context: FileContext = {
  unit: null,
  period: null,
  fields: [{ code: 'ho-tich', name: 'Hộ tịch' }],
  units: null,
}
const read = (file: string, text: string) =>
  parseDossierFile(file, new TextEncoder().encode(text), context)

/** The sentences with which reading stops, a line each. */
async function sentencesOf(read: () => unknown): Promise<string[]> {
  try {
    await read()
  } catch (error) {
    if (error instanceof Error) return error.message.split('\n')
  }
  return ['nothing was wrong']
}

const tally = (...lines: string[]) =>
  sentencesOf(() => parseTallyFile([`month,${header}`, ...lines].join('\n')))
const tallyText = (text: string) => sentencesOf(() => parseTallyFile(text))
const dossiers = (...lines: string[]) =>
  sentencesOf(() => read('a.csv', [columns, ...lines].join('\n')))

describe('what is wrong with a tally file', () => {
  test('every line is named', async () => {
    const lines = [
      '2026-13,1,2,3,4,5',
      '2026-03,1,2,x,4,5',
      '2026-04,1,2,,4,5',
      '2026-05,1,2,-3,4,1.276',
      '2026-06,1,1,1,1,1',
      '2026-06,1,1,1,1,1',
    ]
    expect(await tally(...lines)).toEqual([
      'Line 2: "2026-13" is no month; write 2026-03.',
      'Line 3: neither is "x", not a whole number.',
      'Line 4: neither is empty.',
      'Line 5: neither is "-3", not a whole number.',
      'Line 5: very_satisfied is "1.276", not a whole number.',
      'Line 7: its time overlaps that of line 6.',
      'Nothing was imported.',
    ])
  })

  test.each([
    ['', 'The file is empty.'],
    [`month,${header}`, 'The file has a header, but no rows.'],
    [`${header}\n1,2,3,4,5`, 'Line 1: give either the column month, or the columns from and to.'],
    ['month,satisfied\n2026-01,1', 'Line 1: the column "very_dissatisfied", "dissatisfied"'],
    [`month,${header},mood\n2026-01,1,2,3,4,5,6`, 'Line 1: unknown column "mood".'],
    [
      `month,month,${header}\n2026-01,2026-01,1,2,3,4,5`,
      'Line 1: the column "month" is there twice.',
    ],
    [`month,${header}\n2026-01,1,2,3,4`, 'Line 2: 5 cells, but the header has 6.'],
    [`month,${header}\n2026-01,"1,2,3,4,5`, 'The file is not a readable table'],
    [`from,to,${header}\n2026-02-30,2026-03-01,1,2,3,4,5`, 'Line 2: "2026-02-30" is no day'],
    [
      `from,to,${header}\n2026-04-01,2026-03-01,1,2,3,4,5`,
      'Line 2: 2026-04-01 is after 2026-03-01.',
    ],
    [
      `month,${header},handed_out,returned\n2026-01,1,2,3,4,5,10,20`,
      'Line 2: 20 forms came back, but only 10 were handed out.',
    ],
    [
      `month,${header},returned,invalid\n2026-01,1,2,3,4,5,16,2`,
      'Line 2: 17 valid and invalid forms, but only 16 came back.',
    ],
    [`month,${header},published_score\n2026-01,1,2,3,4,5,101`, 'Line 2: published_score is "101"'],
  ])('%j', async (text, sentence) => {
    expect((await tallyText(text))[0]).toContain(sentence)
  })
})

test('semicolons, a byte order mark, blank lines and Windows line ends are read', () => {
  const text = `\uFEFFmonth;${header.replaceAll(',', ';')}\r\n\r\n 2026-03 ; 1;2;3;4;5\r\n`
  expect(parseTallyFile(text)).toMatchObject([
    { line: 3, period: { from: '2026-03-01', to: '2026-03-31' }, levels: [1, 2, 3, 4, 5] },
  ])
})

describe('what is wrong with dossier statistics', () => {
  test('each violated identity is named with its row', async () => {
    const lines = [
      'xa,Xã,,,2026-01,100,80,70,20',
      'xa,Xã,,,2026-02,100,80,81,21',
      'xa,Xã,,,2026-01,1,1,1,0',
      'xa,Xã,,,2026-xx,1,1,1,0',
      ',Xã,,,2026-03,1,1,1,0',
      'xa,Xã,,,2026-04,1,many,1,0',
      'xa,Xã,,,2026-05,,,,',
    ]
    expect(await dossiers(...lines)).toEqual([
      'Row 3: the column “Received – Total” is 100, but resolved + in progress is 101.',
      'Row 3: the column “Resolved – Total” is 80, but before or on time + late is 81.',
      'Row 4: the same unit, field and days as in row 2.',
      'Row 5: the column “Month” has “2026-xx”, which is not a month; write 2026-03.',
      'Row 6: the unit has no code.',
      'Row 7: the column “Resolved – Total” has “many”, which is not a count.',
      'Nothing was imported.',
    ])
  })

  test('under the words of Biểu số 06 too', async () => {
    const header = 'Mã đơn vị;Tháng;Lĩnh vực;Tiếp nhận;Đã giải quyết'
    const { lines } = await read('a.csv', `${header}\nxa;03/2026;Hộ tịch;1.234;9`)
    expect(lines).toMatchObject([
      { unit: { code: 'xa' }, field: 'ho-tich', counts: { received: 1234, inProgress: 1225 } },
    ])
    expect(await sentencesOf(() => read('a.csv', `${header}\nxa;03/2026;Thuế;1;1`))).toContain(
      'Row 2: there is no field “Thuế”. Use the names in the template.',
    )
  })

  test.each([
    ['{', 'a.json is not valid JSON'],
    ['{"source": "x", "dossiers": []}', 'a.json: period'],
    [
      '{"source": "x", "period": {"from": "2020-01-01", "to": "2020-12-31"}, "dossiers": [{"unit": "a", "code": "a", "level": "xa", "recieved": 3}]}',
      'a.json: dossiers.0',
    ],
  ])('JSON %s', async (text, sentence) => {
    expect((await sentencesOf(() => read('a.json', text)))[0]).toContain(sentence)
  })
})
