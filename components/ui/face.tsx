import type { ReactNode } from 'react'
import styles from './face.module.css'

export type Level = 1 | 2 | 3 | 4 | 5

/** The five levels in the order in which they are printed everywhere, best first. */
export const levelsBestFirst: readonly Level[] = [5, 4, 3, 2, 1]

// Mouth and brows alone tell the levels apart, so that they hold in grey and without colour.
const features: Record<Level, ReactNode> = {
  5: <path d="M13 27.5c1.6 7.6 6.2 10.5 11 10.5s9.4-2.9 11-10.5Z" className={styles.filled} />,
  4: <path d="M14.5 30c4.6 6 14.4 6 19 0" />,
  3: <path d="M15.5 32.5h17" />,
  2: <path d="M15 35c4.4-5.6 13.6-5.6 18 0" />,
  1: (
    <>
      <path d="M14.5 37c3.4-7.6 15.6-7.6 19 0" />
      <path d="m13.5 14.5 6.5 3.2M34.5 14.5 28 17.7" />
    </>
  ),
}

/** One of the five drawn faces, in the colour of its level. Decorative: the word stands beside it. */
export function Face({
  level,
  size = 'medium',
}: {
  level: Level
  size?: 'small' | 'medium' | 'large' | 'whole'
}) {
  return (
    <svg
      viewBox="0 0 48 48"
      className={`${styles.face} ${styles[size]} ${styles[`level${level}`]}`}
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="24" cy="24" r="22" className={styles.disc} />
      <circle cx="16.5" cy="20.5" r="2.6" className={styles.eye} />
      <circle cx="31.5" cy="20.5" r="2.6" className={styles.eye} />
      <g className={styles.line}>{features[level]}</g>
    </svg>
  )
}
