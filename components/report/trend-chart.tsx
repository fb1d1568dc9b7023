import { area, line } from 'd3-shape'
import type { FigureRow } from '@/domain/figure'
import { formatCount } from '@/domain/number-format'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import styles from './trend-chart.module.css'
import {
  countBottom,
  hasCount,
  labelStep,
  layOutTrend,
  left,
  type RatedRow,
  right,
  runsOf,
  type TrendLayout,
} from './trend-layout'

type Part = { layout: TrendLayout; rows: readonly FigureRow[]; locale: Locale }

/** Rate by month with its interval, and how many answered, for the shape; the numbers are in the table. */
export function TrendChart({ rows, locale }: { rows: readonly FigureRow[]; locale: Locale }) {
  const t = translator(locale)
  const layout = layOutTrend(rows)
  const { width, height, floor } = layout
  const label = t('figures.page.chart.month')
  return (
    <figure>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.region} aria-label={t('figures.page.chart.title')} tabIndex={0}>
        <svg
          role="img"
          aria-label={label}
          className={`${styles.chart} ${width > 832 ? styles.shrinking : ''}`}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
        >
          <Axes layout={layout} rows={rows} locale={locale} />
          <Counts layout={layout} rows={rows} locale={locale} />
          {runsOf(rows).map((run) => (
            <Run key={run[0]?.key} layout={layout} run={run} />
          ))}
          <Breaks layout={layout} rows={rows} locale={locale} />
        </svg>
      </section>
      <figcaption className={styles.note}>
        {label} {floor > 0 && t('figures.page.chart.axis', { from: Math.round(floor * 100) })}
      </figcaption>
    </figure>
  )
}

function Axes({ layout, rows, locale }: Part) {
  const t = translator(locale)
  const { width, height, rate, x, countTop } = layout
  const step = labelStep(layout)
  return (
    <g>
      {rate.ticks(5).map((tick) => (
        <g key={tick}>
          <line
            x1={left}
            x2={width - right}
            y1={rate(tick)}
            y2={rate(tick)}
            className={styles.grid}
          />
          <text x={left - 8} y={rate(tick) + 4} textAnchor="end" className={styles.text}>
            {Math.round(tick * 100)}%
          </text>
        </g>
      ))}
      <text x={left - 8} y={countTop + 5} textAnchor="end" className={styles.text}>
        {formatCount(layout.count.domain()[1] ?? 0, locale)}
      </text>
      <text x={left} y={countTop - 8} className={styles.text}>
        {t('figures.page.chart.count')}
      </text>
      <line
        x1={left}
        x2={width - right}
        y1={countBottom}
        y2={countBottom}
        className={styles.grid}
      />
      {rows.map((row, index) =>
        index % step === 0 ? (
          <text
            key={row.key}
            x={(x(row.key) ?? 0) + x.bandwidth() / 2}
            y={height - 10}
            textAnchor="middle"
            className={styles.text}
          >
            {row.label}
          </text>
        ) : null,
      )}
    </g>
  )
}

function Counts({ layout, rows }: Part) {
  const { x, count } = layout
  return rows
    .filter(hasCount)
    .map((row) => (
      <rect
        key={row.key}
        className={styles.count}
        x={x(row.key)}
        width={x.bandwidth()}
        y={count(row.n)}
        height={countBottom - count(row.n)}
      />
    ))
}

function Run({ layout, run }: { layout: TrendLayout; run: RatedRow[] }) {
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

function Breaks({ layout, rows, locale }: Part) {
  const t = translator(locale)
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
