import { describe, expect, test } from 'vitest'
import { rankUnits, toRow } from '@/domain/figure-row'
import { groupOf } from '@/domain/group'
import type { Levels } from '@/domain/rate'

const head = { key: 'a', label: 'A' }
const row = (key: string, levels: Levels) => toRow({ key, label: key }, groupOf(levels))

describe('what a row may hold', () => {
  test.each([
    [
      [0, 0, 0, 0, 0],
      ['status', 'n'],
    ],
    [[0, 0, 0, 0, 4], ['status']],
    [
      [0, 0, 0, 0, 5],
      ['status', 'levels', 'n', 'k'],
    ],
    [
      [0, 0, 0, 0, 29],
      ['status', 'levels', 'n', 'k'],
    ],
    [
      [0, 0, 0, 0, 30],
      ['status', 'levels', 'n', 'k', 'rate', 'score', 'low', 'high'],
    ],
  ] as [Levels, string[]][])('%o', (levels, names) => {
    expect(Object.keys(toRow(head, groupOf(levels))).sort()).toEqual(
      ['key', 'label', ...names].sort(),
    )
  })

  test('hidden is hidden, however many there are; nobody is nobody', () => {
    const hide = { isHidden: true }
    expect(toRow(head, groupOf([0, 0, 0, 0, 900]), hide)).toEqual({ ...head, status: 'suppressed' })
    expect(toRow(head, groupOf([0, 0, 0, 0, 0]), hide)).toEqual({ ...head, status: 'none', n: 0 })
  })

  test('a factor’s answers of few people', () => {
    const answers = { ...groupOf([0, 0, 0, 0, 40]), people: 4 }
    expect(toRow(head, answers).status).toBe('suppressed')
    expect(toRow(head, { ...answers, people: 10 }).status).toBe('reference')
  })
})

describe('the order of units', () => {
  test('by name, as Vietnamese sorts it, until all have a hundred people', () => {
    const units = [
      row('Định An', [0, 0, 0, 0, 99]),
      row('An Biên', [0, 0, 0, 100, 0]),
      row('Đông', [0, 0, 0, 0, 0]),
    ]
    const { order, rows } = rankUnits(units)
    expect([order, rows.map(({ key }) => key)]).toEqual(['name', ['An Biên', 'Định An', 'Đông']])
  })

  test('by rate, with a tie where the difference is not conclusive', () => {
    const units = [
      row('c', [60, 0, 0, 0, 40]),
      row('a', [8, 0, 0, 0, 92]),
      row('b', [10, 0, 0, 0, 90]),
    ]
    const { order, rows } = rankUnits(units)
    expect(order).toBe('rate')
    expect(rows.map(({ key, tied }) => [key, tied])).toEqual([
      ['a', undefined],
      ['b', true],
      ['c', undefined],
    ])
  })
})
