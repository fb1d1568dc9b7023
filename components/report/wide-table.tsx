import type { ReactNode } from 'react'
import { Region } from '@/components/ui/region'
import styles from './wide-table.module.css'

/** A table that scrolls inside its own region on a narrow screen; the keyboard reaches the region. */
export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Region label={label}>
      <table className={styles.table}>{children}</table>
    </Region>
  )
}
