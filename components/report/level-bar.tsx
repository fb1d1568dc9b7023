import { scaleLinear } from 'd3-scale'
import { levelsBestFirst } from '@/components/ui/face'
import { countOf, type Levels } from '@/domain/rate'
import styles from './level-bar.module.css'

/**
 * The five levels side by side, best first, as long as they are many. The numbers stand beside it; without a `label`
 * it is passed over by those who hear the page, since the row has said them.
 */
export function LevelBar({ levels, label }: { levels: Levels; label?: string }) {
  const place = scaleLinear()
    .domain([0, countOf(levels)])
    .range([0, 100])
  let before = 0
  const parts = levelsBestFirst.map((level) => {
    const from = before
    before += levels[level - 1] ?? 0
    return { level, x: place(from), width: place(before) - place(from) }
  })
  const rects = parts
    .filter((part) => part.width > 0)
    .map(({ level, x, width }) => (
      <rect
        key={level}
        className={`${styles.part} ${styles[`level${level}`]}`}
        x={`${x}%`}
        y="-1"
        width={`${width}%`}
        height="110%"
      />
    ))
  return label ? (
    <svg className={styles.bar} role="img" aria-label={label}>
      {rects}
    </svg>
  ) : (
    <svg className={styles.bar} aria-hidden="true" focusable="false">
      {rects}
    </svg>
  )
}
