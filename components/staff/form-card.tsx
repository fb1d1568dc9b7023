import type { ReactNode } from 'react'
import styles from './form-card.module.css'

/** A plain form that posts, under its heading; works without any script. */
export function FormCard(props: {
  title: string
  note?: string
  action: string
  children: ReactNode
}) {
  const headingId = `${props.action.replace(/\W+/g, '-').slice(1)}-title`
  return (
    <form method="post" action={props.action} className={styles.card} aria-labelledby={headingId}>
      <h2 id={headingId}>{props.title}</h2>
      {props.note && <p className={styles.note}>{props.note}</p>}
      {props.children}
    </form>
  )
}
