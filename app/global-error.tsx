'use client'

import './tokens.css'
import './base.css'
import { Fault } from './fault-view'

/** Shown when even the frame of the pages throws. */
export default function FrameFault({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="vi">
      <body>
        <Fault onRetry={reset} />
      </body>
    </html>
  )
}
