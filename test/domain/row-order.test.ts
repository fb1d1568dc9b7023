import { describe, expect, it } from 'vitest'
import type { FigureRow } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { groupOf } from '@/domain/group'
import type { Levels } from '@/domain/rate'
import { formatRowOrder, mayRank, orderRows, parseRowOrder } from '@/domain/row-order'

const row = (label: string, levels: Levels): FigureRow =>
  toRow({ key: label, label }, groupOf(levels))

const a = row('An', [10, 10, 20, 60, 100])
const b = row('Bình', [0, 0, 0, 50, 50])
const c = row('Cầu', [40, 40, 20, 50, 50])
const few = row('Dương', [0, 1, 0, 19, 9])
const hidden = row('Đông', [0, 0, 0, 3, 0])
const nobody = row('Gò', [0, 0, 0, 0, 0])

const names = (rows: readonly FigureRow[]) => rows.map(({ label }) => label).join(' ')
const order = (text: string, rows: readonly FigureRow[]) => {
  const parsed = parseRowOrder(text)
  return parsed ? names(orderRows(rows, parsed)) : null
}

describe('whether rows may be ranked', () => {
  it('all with a hundred people or more may, and nobody at all does not forbid it', () => {
    expect(mayRank([a, b, c])).toBe(true)
    expect(mayRank([a, b, nobody])).toBe(true)
  })

  it.each([
    ['fewer than thirty', few],
    ['hidden', hidden],
    ['ninety-nine', row('x', [0, 0, 0, 99, 0])],
  ])('%s forbids it', (_, one) => expect(mayRank([a, b, one])).toBe(false))

  it('one row is no ranking, and neither are two series', () => {
    expect(mayRank([a, nobody])).toBe(false)
    expect(mayRank([a, { ...b, break: true }])).toBe(false)
  })
})

describe('the order of a table', () => {
  const all = [nobody, hidden, few, c, b, a]

  it.each([
    ['name', 'An Bình Cầu Dương Đông Gò'],
    ['-name', 'Gò Đông Dương Cầu Bình An'],
    ['rate', 'Cầu An Bình Dương Đông Gò'],
    ['-rate', 'Bình An Cầu Dương Đông Gò'],
    ['-n', 'An Cầu Bình Dương Đông Gò'],
    ['-low', 'Cầu An Bình Dương Đông Gò'],
    ['-dissatisfied', 'Cầu An Bình Dương Đông Gò'],
    ['score', 'Cầu An Bình Dương Đông Gò'],
  ])('%s', (text, expected) => expect(order(text, all)).toBe(expected))

  it('what shows no figure stands behind by name, whichever way the others stand', () => {
    expect(order('rate', [nobody, hidden, few, a])).toBe('An Dương Đông Gò')
    expect(order('-rate', [nobody, hidden, few, a])).toBe('An Dương Đông Gò')
  })

  it('marks a tie in order of rate where no difference is conclusive, in both directions', () => {
    const near = row('Ân', [10, 10, 21, 60, 100])
    const ties = (text: string) => {
      const parsed = parseRowOrder(text)
      if (!parsed) throw new Error(text)
      return orderRows([a, near, b], parsed).map(({ tied }) => tied ?? false)
    }
    expect(ties('rate')).toEqual([false, true, false])
    expect(ties('-rate')).toEqual([false, false, true])
    expect(ties('-n')).toEqual([false, false, false])
  })

  it('reads and writes an address', () => {
    expect(parseRowOrder('-rate')).toEqual({ column: 'rate', isDescending: true })
    expect(formatRowOrder({ column: 'rate', isDescending: true })).toBe('-rate')
    expect(parseRowOrder('levels')).toBeNull()
    expect(parseRowOrder('')).toBeNull()
  })
})
