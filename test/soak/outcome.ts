/** What one part of the soak did, and what is wrong; nothing is lost where `faults` is empty. */
export type Outcome = Readonly<{
  part: string
  /** What was done and measured, in plain words. */
  did: string
  faults: readonly string[]
  /** Set where this machine cannot do it: then nothing was tried. */
  skipped?: string
  /** More lines to print below the table. */
  series?: readonly string[]
}>
