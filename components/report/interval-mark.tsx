import styles from './interval-mark.module.css'

/** Rate and interval on a line from `floor` to 100%. The numbers stand in the cells beside it. */
export function IntervalMark(props: {
  rate: number
  low: number | null
  high: number | null
  floor: number
}) {
  const { rate, low, high, floor } = props
  // Inset, so that the marks at both ends are whole.
  const at = (share: number) => 4 + 92 * share
  const x = (fraction: number) => `${at((fraction - floor) / (1 - floor))}%`
  return (
    <svg className={styles.mark} aria-hidden="true" focusable="false">
      <line x1={`${at(0)}%`} x2={`${at(1)}%`} y1="50%" y2="50%" className={styles.track} />
      {[0, 0.5, 1].map((tick) => (
        <line
          key={tick}
          x1={`${at(tick)}%`}
          x2={`${at(tick)}%`}
          y1="30%"
          y2="70%"
          className={styles.track}
        />
      ))}
      {low !== null && high !== null && (
        <rect
          x={x(low)}
          width={`${(92 * (high - low)) / (1 - floor)}%`}
          y="22%"
          height="56%"
          rx="2"
          className={styles.band}
        />
      )}
      <line x1={x(rate)} x2={x(rate)} y1="10%" y2="90%" className={styles.point} />
    </svg>
  )
}
