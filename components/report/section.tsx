import type { ReactNode } from 'react'
import styles from './section.module.css'

/** One part of the report under its heading; `note` says what a reader must know of the numbers. */
export function Section(props: { title: string; note?: string | undefined; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <h2>{props.title}</h2>
        {props.note && <p className={styles.note}>{props.note}</p>}
      </div>
      {props.children}
    </section>
  )
}
