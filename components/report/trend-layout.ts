import { type ScaleBand, type ScaleLinear, scaleBand, scaleLinear } from 'd3-scale'
import type { FigureRow } from '@/domain/figure'
import { axisFloor } from './axis-floor'

/** Where everything of the trend stands, in pixels of its natural size. */
export type TrendLayout = Readonly<{
  width: number
  height: number
  rateBottom: number
  countTop: number
  x: ScaleBand<string>
  rate: ScaleLinear<number, number>
  count: ScaleLinear<number, number>
  /** Lowest rate of the axis, 0..1. */
  floor: number
}>

export type RatedRow = Extract<FigureRow, { status: 'ok' }>

/** What there is room for on a wide screen: in a card, and beside the table of few months. */
const [cardWidth, besideWidth] = [1166, 448]
export const left = 68
export const right = 12
export const countBottom = 306

export function layOutTrend(rows: readonly FigureRow[]): TrendLayout {
  const months = rows.map((row) => row.key)
  const room = (months.length > 6 ? cardWidth : besideWidth) - left - right
  const width = left + right + Math.max(room, months.length * 18)
  const floor = axisFloor(rows)
  const counts = rows.map((row) => (hasCount(row) ? row.n : 0))
  return {
    width,
    height: 334,
    rateBottom: 220,
    countTop: 252,
    x: scaleBand(months, [left, width - right])
      .paddingInner(months.length > 6 ? 0.25 : 0.5)
      .paddingOuter(months.length > 6 ? 0 : 0.25),
    rate: scaleLinear([floor, 1], [220, 12]),
    count: scaleLinear([0, Math.max(1, ...counts)], [countBottom, 252]),
    floor,
  }
}

/** Runs of neighbouring months that may be joined by a line: all with a rate, all of one series. */
export function runsOf(rows: readonly FigureRow[]): RatedRow[][] {
  const runs: RatedRow[][] = [[]]
  for (const row of rows) {
    if (row.status !== 'ok' || row.break || row.series !== runs.at(-1)?.at(-1)?.series)
      runs.push([])
    if (row.status === 'ok') runs.at(-1)?.push(row)
  }
  return runs.filter((run) => run.length > 0)
}

/** Every how many months one is named under the axis, so that the names do not touch, in the largest letters they get. */
export function labelStep({ x, width }: TrendLayout): number {
  return Math.max(1, Math.ceil((isLong(width) ? 86 : 60) / x.step()))
}

/** Whether it may have to shrink. */
export const isLong = (width: number): boolean => width > besideWidth

export const hasCount = (row: FigureRow): row is Extract<FigureRow, { n: number }> =>
  row.status === 'ok' || row.status === 'reference'
