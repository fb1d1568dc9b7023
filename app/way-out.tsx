'use client'

import { useServerInsertedHTML } from 'next/navigation'
import { takeWayOut } from '@/lib/lost-page'

/**
 * A page that stops half-way leaves an empty document, which the framework fills by a script. A browser without scripts
 * is led on to a page that says what happened.
 */
export function WayOut({ nonce }: { nonce: string }) {
  useServerInsertedHTML(() => {
    const way = takeWayOut(nonce)
    return way ? (
      <noscript>
        <meta httpEquiv="refresh" content={`0; url=${way}`} />
      </noscript>
    ) : null
  })
  return null
}
