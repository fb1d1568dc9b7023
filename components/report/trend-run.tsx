import { area, line } from 'd3-shape'
import type { FigureRow } from '@/domain/figure'
import type { Translate } from '@/lib/i18n'
import styles from './trend-chart.module.css'
import type { RatedRow, TrendLayout } from './trend-layout'

export type Part = { layout: TrendLayout; rows: readonly FigureRow[]; t: Translate }

/** Months that follow one another: their curve and its interval. */
export function Run({ layout, run }: { layout: TrendLayout; run: RatedRow[] }) {
  const { x, rate } = layout
  const middle = (row: RatedRow) => (x(row.key) ?? 0) + x.bandwidth() / 2
  const band = area(
    middle,
    (row: RatedRow) => rate(row.low ?? row.rate),
    (row) => rate(row.high ?? row.rate),
  )
  const path = line(middle, (row: RatedRow) => rate(row.rate))
  return (
    <>
      {/* A single month has no width: its band is drawn as a bar. */}
      {run.length === 1 && run[0] ? (
        <rect
          className={styles.band}
          x={middle(run[0]) - 4}
          width="8"
          y={rate(run[0].high ?? run[0].rate)}
          height={rate(run[0].low ?? run[0].rate) - rate(run[0].high ?? run[0].rate)}
        />
      ) : (
        <path d={band(run) ?? undefined} className={styles.band} />
      )}
      <path d={path(run) ?? undefined} className={styles.line} />
      {run.map((row) => (
        <circle
          key={row.key}
          cx={middle(row)}
          cy={rate(row.rate)}
          r="3.5"
          className={styles.point}
        />
      ))}
    </>
  )
}

/** Where the question has changed: no curve leads across. */
export function Breaks({ layout, rows, t }: Part) {
  const { x, rateBottom } = layout
  const at = (key: string) => (x(key) ?? 0) - (x.step() - x.bandwidth()) / 2
  return rows
    .filter((row) => row.break)
    .map((row) => (
      <g key={row.key}>
        <line x1={at(row.key)} x2={at(row.key)} y1="4" y2={rateBottom} className={styles.break} />
        <text x={at(row.key) + 5} y={rateBottom - 6} className={styles.breakText}>
          {t('figures.page.chart.newVersion')}
        </text>
      </g>
    ))
}
