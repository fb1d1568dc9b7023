import { expect, it } from 'vitest'
import { namedByDissatisfied } from '@/app/(staff)/dashboard/table-order'
import type { FigureRow } from '@/domain/figure'

type Levels = readonly [number, number, number, number, number]

const row = (label: string, levels: Levels): FigureRow => {
  const [n, k] = [levels.reduce((sum, one) => sum + one, 0), levels[3] + levels[4]]
  const counted = { key: label, label, levels, n, k }
  if (n < 30) return { ...counted, status: 'reference' }
  return { ...counted, status: 'ok', rate: k / n, score: 50, low: 0.4, high: 0.9 }
}

const names = (rows: readonly FigureRow[]) => {
  const { shown, isPart } = namedByDissatisfied(rows)
  return [shown.map(({ label }) => label), isPart]
}

it('lists what a dissatisfied person has named, most named first, and nothing else', () => {
  const rows = [
    row('chờ', [0, 1, 4, 20, 20]),
    row('phí', [0, 0, 4, 20, 20]),
    row('đi lại', [2, 3, 5, 20, 10]),
  ]
  expect(names(rows)).toEqual([['đi lại', 'chờ'], false])
})

it('says so where others may have been named more, whose groups are too small to be put in order', () => {
  const rows = [row('chờ', [0, 1, 4, 20, 20]), row('phí', [3, 3, 4, 5, 5])]
  expect(names(rows)).toEqual([['chờ'], true])
  const hidden: FigureRow = { key: 'x', label: 'x', status: 'suppressed' }
  expect(names([row('chờ', [0, 1, 4, 20, 20]), hidden])).toEqual([['chờ'], true])
  const nobody: FigureRow = { key: 'x', label: 'x', status: 'none', n: 0 }
  expect(names([row('chờ', [0, 1, 4, 20, 20]), nobody])).toEqual([['chờ'], false])
})
