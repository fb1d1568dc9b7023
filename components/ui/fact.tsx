import type { ReactNode } from 'react'
import styles from './fact.module.css'

/** One of a list of facts: its name above it, and in small what else is to be known. */
export function Fact(props: { name: string; small?: string | undefined; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{props.name}</dt>
      <dd>
        {props.children}
        {props.small && <small>{props.small}</small>}
      </dd>
    </div>
  )
}
