import type { ReactNode } from 'react'
import styles from './notice.module.css'

/** A passage that stands out from the text around it; `caution` and `danger` say so in words too; a mere text is one paragraph. */
export function Notice(props: {
  tone?: 'plain' | 'caution' | 'danger'
  title?: string
  children: ReactNode
}) {
  return (
    <div className={`${styles.notice} ${styles[props.tone ?? 'plain']}`}>
      {props.title && <p className={styles.title}>{props.title}</p>}
      {typeof props.children === 'string' ? <p>{props.children}</p> : props.children}
    </div>
  )
}
