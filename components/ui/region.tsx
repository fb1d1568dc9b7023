import type { ReactNode } from 'react'
import styles from './region.module.css'

/** A part that scrolls sideways by itself where it has no room; its edge fades where more goes on behind it. */
export const Region = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={styles.frame}>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
    <section className={styles.region} aria-label={label} tabIndex={0}>
      {children}
    </section>
  </div>
)
