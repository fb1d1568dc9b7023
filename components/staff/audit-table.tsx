import type { ReactNode } from 'react'
import box from '@/components/ui/box.module.css'
import styles from './audit-table.module.css'

/** One event, all of it in words already. */
export type AuditLine = Readonly<{
  seq: number
  number: string
  time: string
  /** The same instant for machines, ISO 8601. */
  instant: string
  action: string
  who: ReactNode
  unit: string | null
  detail: readonly (readonly [name: string, value: string])[]
}>

/** Events one under another: in columns where there is room, else each as a small card. */
export function AuditTable({ label, lines }: { label: string; lines: readonly AuditLine[] }) {
  return (
    <ol className={box.frame} aria-label={label}>
      {lines.map((line) => (
        <li key={line.seq} className={styles.line}>
          <span className={styles.time}>
            <time dateTime={line.instant}>{line.time}</time>
            <span className={box.soft}>{line.number}</span>
          </span>
          <span className={styles.what}>
            <strong>{line.action}</strong>
            {line.unit && <span>{line.unit}</span>}
          </span>
          <span className={box.soft}>{line.who}</span>
          <span className={box.soft}>
            {line.detail.map(([name, value]) => (
              <span key={name}>
                {name}: <span translate="no">{value}</span>
              </span>
            ))}
          </span>
        </li>
      ))}
    </ol>
  )
}
