import { describe, expect, test } from 'vitest'
import { readDossierCount } from '@/domain/dossier/cell'
import { coverYear, uncoveredMonths } from '@/domain/dossier/coverage'
import { cellName, parseTypedTable, readTypedTable } from '@/domain/dossier/form'
import { monthPeriod, type Period } from '@/domain/period'

describe('a count as typed', () => {
  test.each([
    ['', null],
    ['  ', null],
    [null, null],
    ['0', 0],
    ['1234', 1234],
    ['1.234', 1234],
    ['12.345.678', 12345678],
    ['1 234', 1234],
    ['1\u00a0234', 1234],
    [' 7 ', 7],
    [1234, 1234],
  ])('%j is %j', (cell, count) => {
    expect(readDossierCount(cell)).toBe(count)
  })

  test.each([
    ['-1', 'negative-count'],
    ['−5', 'negative-count'],
    [-5, 'negative-count'],
    ['1,5', 'decimal-count'],
    ['1.5', 'decimal-count'],
    ['0.123', 'decimal-count'],
    ['1,234', 'decimal-count'],
    [1.234, 'decimal-count'],
    ['1.23.456', 'not-a-count'],
    ['1/2/2026', 'day-for-count'],
    ['01.02.2026', 'day-for-count'],
    ['2-1-26', 'day-for-count'],
    ['2026-02-01', 'day-for-count'],
    ['-', 'not-a-count'],
    ['12a', 'not-a-count'],
    ['1e3', 'not-a-count'],
    ['99999999999', 'count-too-large'],
  ])('%j is refused: %s', (cell, code) => {
    expect(readDossierCount(cell)).toMatchObject({ code })
  })
})

describe('a table as typed', () => {
  const typed = (cells: Record<string, string>) =>
    readTypedTable(Object.entries(cells).map(([name, value]) => [`n.${name}`, value]))
  const problems = (cells: Record<string, string>) =>
    parseTypedTable(typed(cells), ['dat-dai', 'ho-tich']).problems.map(({ row, problem }) => [
      row,
      problem.code,
      problem.field,
    ])

  test('empty rows are left out, parts that identities give are filled in', () => {
    const cells = { 'received.*': '10', 'resolved.*': '1.234', 'inProgress.ho-tich': '  ' }
    const { rows, problems: found } = parseTypedTable(typed({ ...cells, 'received.*': '1.240' }), [
      'dat-dai',
      'ho-tich',
    ])
    expect(found).toEqual([])
    expect(rows).toMatchObject([
      { field: null, counts: { received: 1240, resolved: 1234, inProgress: 6 } },
    ])
  })

  test('every identity names its row and column', () => {
    expect(
      problems({
        'received.*': '10',
        'receivedOnline.*': '1',
        'receivedDirect.*': '1',
        'receivedCarried.*': '1',
        'resolved.dat-dai': '5',
        'resolvedBefore.dat-dai': '1',
        'resolvedOnTime.dat-dai': '1',
        'resolvedLate.dat-dai': '1',
        'inProgress.ho-tich': '5',
        'inProgressInTime.ho-tich': '1',
        'inProgressOverdue.ho-tich': 'x',
      }),
    ).toEqual([
      ['*', 'received-by-way', 'received'],
      ['dat-dai', 'resolved-by-three', 'resolved'],
      ['ho-tich', 'not-a-count', 'inProgressOverdue'],
    ])
  })

  test('the fields never exceed the row for all of them', () => {
    const fields = { 'received.dat-dai': '6', 'received.ho-tich': '5' }
    expect(problems({ ...fields, 'received.*': '10' })).toEqual([
      ['*', 'fields-exceed-all', 'received'],
    ])
    expect(problems({ ...fields, 'received.*': '12' })).toEqual([])
  })

  test('a cell is found again by its name', () => {
    expect(cellName('dat-dai', 'received')).toBe('n.received.dat-dai')
  })
})

describe('what covers the months of a year', () => {
  const all = (period: Period) => ({ fieldId: null, period })
  const field = (fieldId: number, period: Period) => ({ fieldId, period })
  const quarter = { from: '2026-01-01', to: '2026-03-31' }
  const decree = { from: '2025-12-15', to: '2026-03-14' }
  const states = (parts: Parameters<typeof coverYear>[0]) =>
    coverYear(parts, 2026, '2026-06-10')
      .slice(0, 7)
      .map(({ state, together, fields }) => `${state}${together ? ' all' : ''} ${fields}`)

  test('nothing, and what is still to come', () => {
    expect(states([])).toEqual([...Array(6).fill('none 0'), 'future 0'])
  })

  test('quarters, months by field, halves of months', () => {
    expect(states([all(quarter)]).slice(0, 4)).toEqual([
      'full all 0',
      'full all 0',
      'full all 0',
      'none 0',
    ])
    const may = monthPeriod('2026-05')
    expect(states([field(1, may), field(2, may)])[4]).toBe('full 2')
    expect(states([all(decree)]).slice(0, 3)).toEqual(['full all 0', 'full all 0', 'part 0'])
  })

  test('rows over the same month that are not for the same period', () => {
    const january = monthPeriod('2026-01')
    expect(states([all(quarter), field(1, january)]).slice(0, 2)).toEqual([
      'uneven all 1',
      'full all 0',
    ])
    expect(states([field(1, january), field(2, quarter)])[0]).toBe('uneven 2')
  })

  test('months that one of the units lacks, those that follow one another as one', () => {
    const year = { from: '2026-01-01', to: '2026-12-31' }
    const [april, june] = [monthPeriod('2026-04'), monthPeriod('2026-06')]
    expect(uncoveredMonths([[all(quarter), field(1, april), field(1, june)]], year)).toEqual([
      { first: '2026-05', last: '2026-05' },
      { first: '2026-07', last: '2026-12' },
    ])
    expect(uncoveredMonths([[all(quarter)], [all(decree)]], quarter)).toEqual([
      { first: '2026-03', last: '2026-03' },
    ])
    expect(uncoveredMonths([[]], decree)).toEqual([{ first: '2025-12', last: '2026-03' }])
  })

  test('no month where all days are there and only the cut-off is another', () => {
    expect(uncoveredMonths([[all(quarter)]], { from: '2026-01-15', to: '2026-03-14' })).toEqual([])
  })
})
