import box from '@/components/ui/box.module.css'
import { Region } from '@/components/ui/region'
import type { FigureRow } from '@/domain/figure'
import type { Translate } from '@/lib/i18n'
import { Axes, Counts } from './trend-axes'
import styles from './trend-chart.module.css'
import { isLong, layOutTrend, runsOf } from './trend-layout'
import { Breaks, Run } from './trend-run'

/** Rate by month with its interval, and how many answered, for the shape; the numbers are in the table. */
export function TrendChart({ rows, t }: { rows: readonly FigureRow[]; t: Translate }) {
  const layout = layOutTrend(rows)
  const { width, height, floor } = layout
  const label = t('figures.page.chart.month')
  return (
    <figure>
      <Region label={t('figures.page.chart.title')}>
        <svg
          role="img"
          aria-label={label}
          className={`${styles.chart} ${isLong(width) ? styles.shrinking : ''}`}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
        >
          <Axes layout={layout} rows={rows} t={t} />
          <Counts layout={layout} rows={rows} t={t} />
          {runsOf(rows).map((run) => (
            <Run key={run[0]?.key} layout={layout} run={run} />
          ))}
          <Breaks layout={layout} rows={rows} t={t} />
        </svg>
      </Region>
      <figcaption className={box.soft}>
        {label} {floor > 0 && t('figures.page.chart.axis', { from: Math.round(floor * 100) })}
      </figcaption>
    </figure>
  )
}
