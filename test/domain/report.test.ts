import { describe, expect, test } from 'vitest'
import type { Coverage, FigureRow, Figures } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { groupOf } from '@/domain/group'
import { setAgainst, weightUnits } from '@/domain/report'

const row = (satisfied: number, others: number, coverage?: Coverage): FigureRow => ({
  ...toRow({ key: 'u', label: 'U' }, groupOf([others, 0, 0, 0, satisfied])),
  ...(coverage ? { coverage } : {}),
})
const known = (dossiers: number): Coverage => ({ status: 'ok', n: 1, dossiers })
const figures = (parts: Partial<Figures>): Figures =>
  ({
    scope: { question: { series: 'overall' } },
    coverage: known(1000),
    total: row(30, 10),
    rows: [],
    ...parts,
  }) as unknown as Figures

describe('the rate weighted by dossiers', () => {
  test('takes units with thirty people and known dossiers, and says what share they cover', () => {
    const rows = [
      row(36, 4, known(100)),
      row(20, 20, known(300)),
      row(10, 5, known(500)),
      row(40, 0, { status: 'no-statistics' }),
    ]
    // (100 · 0.9 + 300 · 0.5) / 400
    expect(weightUnits(figures({ rows }))).toEqual({
      rate: 0.6,
      units: 2,
      covered: 400,
      dossiers: 1000,
    })
  })

  test('is none with one such unit', () => {
    expect(weightUnits(figures({ rows: [row(36, 4, known(100))] }))).toBe(null)
  })
})

describe('a comparison that is not possible says why', () => {
  const other = { scope: { question: { series: 'anew' } } } as unknown as Partial<Figures>
  test.each([
    ['other-question', other],
    ['hidden', { total: row(2, 1) }],
    ['no-rate', { total: row(20, 1) }],
    [undefined, { total: row(40, 0) }],
  ])('%s', (obstacle, then) => {
    const against = setAgainst(figures({}), figures(then))
    expect([against.obstacle, against.change === null]).toEqual([obstacle, obstacle !== undefined])
  })
})
