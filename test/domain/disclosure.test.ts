import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countOrFew, hideCells, hideParts, type Sum } from '@/domain/disclosure'
import { isSmallGroup } from '@/domain/rate'

const parts = (counts: readonly number[]) =>
  new Map(counts.map((people, index) => [`part-${String(index).padStart(2, '0')}`, people]))
const names = (hidden: ReadonlySet<string>) => [...hidden].sort()

describe('one table', () => {
  test('nothing small, nothing hidden', () => {
    expect(names(hideParts(35, parts([30, 5])))).toEqual([])
  })

  test('a small part takes the next smallest with it', () => {
    expect(names(hideParts(143, parts([100, 40, 3])))).toEqual(['part-01', 'part-02'])
  })

  test('two small parts protect each other once together they are five', () => {
    expect(names(hideParts(105, parts([100, 3, 2])))).toEqual(['part-01', 'part-02'])
    expect(names(hideParts(102, parts([100, 1, 1])))).toEqual(['part-00', 'part-01', 'part-02'])
  })

  test('people in no part count as what is left', () => {
    expect(names(hideParts(52, parts([30, 20])))).toEqual(['part-01'])
  })

  test('empty parts stay', () => {
    expect(names(hideParts(3, parts([0, 3])))).toEqual(['part-01'])
  })

  test('a total that is hidden hides its parts', () => {
    expect(names(hideParts(4, parts([4, 0])))).toEqual(['part-00'])
  })

  test('no shown part is small, and no total less its shown parts gives 1 to 4', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 12 }), fc.nat(9), (counts, elsewhere) => {
        const cells = parts(counts)
        const total = counts.reduce((sum, n) => sum + n, elsewhere)
        const hidden = hideParts(total, cells)
        const shown = [...cells].filter(([id]) => !hidden.has(id)).map(([, people]) => people)
        expect(shown.filter(isSmallGroup)).toEqual([])
        const left = shown.reduce((rest, people) => rest - people, total)
        expect(isSmallGroup(total) ? left === total : !isSmallGroup(left)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('tables side by side: units × channels, each unit under one parent', () => {
  const grid = fc.array(fc.array(fc.nat(30), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 5,
  })

  test('no row and no column less what it shows gives 1 to 4', () => {
    fc.assert(
      fc.property(grid, (counts) => {
        const { cells, sums } = tables(counts)
        const hidden = hideCells(cells, sums)
        for (const [id, people] of cells) if (isSmallGroup(people)) expect(hidden).toContain(id)
        for (const { whole, parts } of sums) {
          const shown = parts.filter((id) => !hidden.has(id) && cells.get(id) !== 0)
          if (hidden.has(whole)) expect(shown).toEqual([])
          else {
            const left = shown.reduce(
              (rest, id) => rest - (cells.get(id) ?? 0),
              cells.get(whole) ?? 0,
            )
            expect(isSmallGroup(left)).toBe(false)
          }
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('does not depend on the order in which the tables are listed', () => {
    fc.assert(
      fc.property(grid, (counts) => {
        const { cells, sums } = tables(counts)
        const once = hideCells(cells, sums)
        expect(hideCells(cells, [...sums, ...sums])).toEqual(once)
      }),
    )
  })
})

test('counts of what is no answer', () => {
  expect([0, 1, 4, 5, 120].map(countOrFew)).toEqual([0, 'few', 'few', 5, 120])
})

function tables(counts: readonly (readonly number[])[]): {
  cells: Map<string, number>
  sums: Sum[]
} {
  const cells = new Map<string, number>()
  const sums: Sum[] = []
  const add = (id: string, people: number) => cells.set(id, (cells.get(id) ?? 0) + people)
  counts.forEach((row, unit) => {
    row.forEach((people, channel) => {
      add(`${unit}/${channel}`, people)
      add(`${unit}/`, people)
      add(`/${channel}`, people)
      add('/', people)
    })
    sums.push({ whole: `${unit}/`, parts: row.map((_, channel) => `${unit}/${channel}`) })
  })
  const channels = [0, 1, 2]
  const units = counts.map((_, unit) => unit)
  sums.push({ whole: '/', parts: channels.map((channel) => `/${channel}`) })
  sums.push({ whole: '/', parts: units.map((unit) => `${unit}/`) })
  for (const channel of channels) {
    sums.push({ whole: `/${channel}`, parts: units.map((unit) => `${unit}/${channel}`) })
  }
  return { cells, sums }
}
