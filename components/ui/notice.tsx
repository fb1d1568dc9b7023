import type { ReactNode } from 'react'
import styles from './notice.module.css'

/** A passage that stands out from the text around it; `caution` and `danger` say so in words too. */
export function Notice(props: {
  tone?: 'plain' | 'caution' | 'danger'
  title?: string
  children: ReactNode
}) {
  return (
    <div className={`${styles.notice} ${styles[props.tone ?? 'plain']}`}>
      {props.title && <p className={styles.title}>{props.title}</p>}
      {props.children}
    </div>
  )
}
