import { formatCount } from '@/domain/number-format'
import styles from './trend-chart.module.css'
import { countBottom, hasCount, labelStep, left, right } from './trend-layout'
import type { Part } from './trend-run'

/** The lines and numbers behind the curve, and the months under it. */
export function Axes({ layout, rows, t }: Part) {
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
        {formatCount(layout.count.domain()[1] ?? 0, t.locale)}
      </text>
      <text x={left} y={countTop - 8} className={styles.text}>
        {t('label.responses')}
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

/** How many people stand behind each month. */
export function Counts({ layout, rows }: Part) {
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
