import type { ReactNode } from 'react'
import styles from './wide-table.module.css'

/** A table that scrolls inside its own region on a narrow screen; the keyboard reaches the region. */
export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.region} aria-label={label} tabIndex={0}>
      <table className={styles.table}>{children}</table>
    </section>
  )
}
