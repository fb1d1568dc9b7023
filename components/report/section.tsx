import type { ReactNode } from 'react'
import styles from './section.module.css'

/** One part of the report under its heading; `note` says what a reader must know of the numbers. */
export function Section(props: {
  title: string
  id?: string
  note?: string | undefined
  /** The page that has the whole of it. */
  more?: Readonly<{ href: string; label: string }> | undefined
  children: ReactNode
}) {
  return (
    <section className={styles.section} id={props.id}>
      <div className={styles.head}>
        <h2>{props.title}</h2>
        {props.more && <a href={props.more.href}>{props.more.label}</a>}
        {props.note && <p className={styles.note}>{props.note}</p>}
      </div>
      {props.children}
    </section>
  )
}
