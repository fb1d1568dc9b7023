import type { ReactNode } from 'react'
import box from './box.module.css'

/** A part that scrolls sideways by itself where it has no room. */
export const Region = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  <section className={box.region} aria-label={label} tabIndex={0}>
    {children}
  </section>
)
