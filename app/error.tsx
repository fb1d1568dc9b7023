'use client'

import { Fault } from './fault-view'

/** Shown when a page throws: a bug or a broken disk. */
export default function PageFault({ reset }: { error: Error; reset: () => void }) {
  return <Fault onRetry={reset} />
}
