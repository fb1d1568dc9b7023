/** Where to somebody without scripts is led whose page came to nothing. */
export type WayOut = '/not-found' | '/fault'

// Next bundles what renders pages apart from what writes their HTML: what one tells the other lives on globalThis.
const place = globalThis as { hailongLostPages?: Map<string, WayOut> }
const lost = (): Map<string, WayOut> => {
  place.hailongLostPages ??= new Map()
  return place.hailongLostPages
}

/** Answers that never got as far as being written are forgotten after so many others. */
const mostKept = 100

/** Notes that the page with this nonce came to nothing. */
export function noteLostPage(nonce: string | null | undefined, way: WayOut): void {
  if (!nonce) return
  const pages = lost()
  pages.set(nonce, way)
  if (pages.size > mostKept) pages.delete(pages.keys().next().value ?? '')
}

/** The way out of the page with this nonce, once; undefined for a page that is there. */
export function takeWayOut(nonce: string): WayOut | undefined {
  const way = lost().get(nonce)
  lost().delete(nonce)
  return way
}
