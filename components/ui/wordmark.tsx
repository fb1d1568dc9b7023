import styles from './wordmark.module.css'

/** The name of the app with its mark, as the way home. */
export function Wordmark({ name, href }: { name: string; href: string }) {
  return (
    <a className={styles.wordmark} href={href}>
      <Mark />
      <span>{name}</span>
    </a>
  )
}

/** The same where it leads nowhere. */
export function WordmarkFace({ name }: { name: string }) {
  return (
    <span className={styles.wordmark}>
      <Mark />
      <span>{name}</span>
    </span>
  )
}

/** Two eyes and the curve of a smile. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" className={styles.mark} aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" className={styles.ground} />
      <path d="M8 17.5c3.5 7 12.5 7 16 0" className={styles.smile} />
      <circle cx="11" cy="11.5" r="2" className={styles.dot} />
      <circle cx="21" cy="11.5" r="2" className={styles.dot} />
    </svg>
  )
}
