import { describe, expect, it } from 'vitest'
import { labelStep, layOutTrend, runsOf } from '@/components/report/trend-layout'
import type { FigureRow } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { groupOf } from '@/domain/group'

const month = (key: string, satisfied: number, others: number, head: object = {}): FigureRow =>
  toRow({ key, label: key, ...head }, groupOf([0, 0, others, satisfied, 0]))

describe('the trend', () => {
  it('joins neighbouring months with a rate, and nothing across a gap', () => {
    const rows = [
      month('01', 90, 10),
      month('02', 92, 8),
      month('03', 9, 1),
      month('04', 80, 20),
      month('05', 0, 0),
    ]
    expect(runsOf(rows).map((run) => run.map((row) => row.key))).toEqual([['01', '02'], ['04']])
  })

  it('never joins two versions of a question', () => {
    const rows = [
      month('01', 90, 10, { series: 'a' }),
      month('02', 90, 10, { series: 'a' }),
      month('03', 90, 10, { series: 'b', break: true }),
      month('04', 90, 10, { series: 'b' }),
    ]
    expect(runsOf(rows).map((run) => run.map((row) => row.key))).toEqual([
      ['01', '02'],
      ['03', '04'],
    ])
  })

  it('begins its axis at the tens below the lowest interval, at 80% at the highest', () => {
    expect(layOutTrend([month('01', 990, 10)]).floor).toBe(0.8)
    // 30 of 100: Wilson 21,9–39,6.
    expect(layOutTrend([month('01', 30, 70)]).floor).toBe(0.2)
    expect(layOutTrend([month('01', 0, 100)]).floor).toBe(0)
    expect(layOutTrend([month('01', 0, 0)]).floor).toBe(0.8)
  })

  it('keeps every month inside, and their names apart', () => {
    for (const n of [1, 3, 12, 13, 24, 25, 64]) {
      const rows = Array.from({ length: n }, (_, index) => month(`m${index}`, 50, 50))
      const layout = layOutTrend(rows)
      const last = layout.x(`m${n - 1}`) ?? 0
      expect(last + layout.x.bandwidth()).toBeLessThanOrEqual(layout.width)
      expect(labelStep(layout) * layout.x.step()).toBeGreaterThanOrEqual(n > 6 ? 86 : 60)
    }
  })

  it('fills a card up to five years, and of half a year the place beside a table', () => {
    const widthOf = (n: number) =>
      layOutTrend(Array.from({ length: n }, (_, index) => month(`m${index}`, 50, 50))).width
    expect([2, 3, 6].map(widthOf)).toEqual([448, 448, 448])
    expect([7, 12, 24, 60].map(widthOf)).toEqual([1166, 1166, 1166, 1166])
  })
})
