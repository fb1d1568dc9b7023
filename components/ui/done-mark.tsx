import styles from './done-mark.module.css'

/** A tick in a circle, large, over thanks. Decorative: the words below it say what is done. */
export function DoneMark() {
  return (
    <svg viewBox="0 0 48 48" className={styles.mark} aria-hidden="true" focusable="false">
      <circle cx="24" cy="24" r="22" className={styles.ground} />
      <path d="m14.5 24.5 6.5 6.5 12.5-13.5" className={styles.tick} />
    </svg>
  )
}
