import type { ReactNode } from 'react'
import styles from './tile.module.css'

/** Figures side by side, each under its name: as many columns as there is room for. */
export const TileList = ({ children }: { children: ReactNode }) => (
  <dl className={styles.list}>{children}</dl>
)

/** One figure: `value` large where there is one, then sentences that say what it rests on. */
export function Tile(props: { term: string; value?: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles.item}>
      <dt>{props.term}</dt>
      {props.value !== undefined && <dd className={styles.value}>{props.value}</dd>}
      {props.children}
    </div>
  )
}

export function TileNote(props: { tone?: 'plain' | 'strong' | 'caution'; children: ReactNode }) {
  return <dd className={`${styles.note} ${styles[props.tone ?? 'plain']}`}>{props.children}</dd>
}
