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
  const x = (fraction: number) => (4 + (92 * (fraction - floor)) / (1 - floor)).toFixed(2)
  return (
    <svg
      className={styles.mark}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M4 50H96M4 30V70M50 30V70M96 30V70" className={styles.track} />
      {low !== null && high !== null && (
        <path d={`M${x(low)} 22H${x(high)}V78H${x(low)}Z`} className={styles.band} />
      )}
      <path d={`M${x(rate)} 10V90`} className={styles.point} />
    </svg>
  )
}
