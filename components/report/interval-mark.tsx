import styles from './interval-mark.module.css'

/** Rate and interval on a line from 0 to 100%. The numbers stand in the cells beside it. */
export function IntervalMark(props: { rate: number; low: number | null; high: number | null }) {
  const { rate, low, high } = props
  // Inset, so that the marks at 0 and 100% are whole.
  const x = (fraction: number) => `${4 + 92 * fraction}%`
  return (
    <svg className={styles.mark} aria-hidden="true" focusable="false">
      <line x1={x(0)} x2={x(1)} y1="50%" y2="50%" className={styles.track} />
      {[0, 0.5, 1].map((tick) => (
        <line key={tick} x1={x(tick)} x2={x(tick)} y1="30%" y2="70%" className={styles.track} />
      ))}
      {low !== null && high !== null && (
        <rect
          x={x(low)}
          width={`${92 * (high - low)}%`}
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
