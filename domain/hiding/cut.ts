import type { Line, Span, Stretch } from './line'

/** One mark per cut. */
export type Cuts = Uint8Array

/** Nothing is hidden. */
export const allCuts = ({ halves }: Span): Cuts => new Uint8Array(halves + 1).fill(1)

/** The cut before a half-month; everything before (or after) the answers is one and the same cut. */
const cutBefore = ({ first, halves }: Span, halfMonth: number): number =>
  Math.min(Math.max(halfMonth - first, 0), halves)

/** Where the half-months begin and end among the cuts. */
export const stretchOf = (
  span: Span,
  { first, last }: { first: number; last: number },
): Stretch => ({
  from: cutBefore(span, first),
  to: cutBefore(span, last + 1),
})

/** The cuts that both have: one of the two themselves, where it has no other. */
export function both(a: Cuts, b: Cuts): Cuts {
  if (isWithin(a, b)) return a
  if (isWithin(b, a)) return b
  const cuts = new Uint8Array(a.length)
  for (let t = 0; t < cuts.length; t++) cuts[t] = (a[t] ?? 0) & (b[t] ?? 0)
  return cuts
}

function isWithin(a: Cuts, b: Cuts): boolean {
  if (a === b) return true
  for (let t = 0; t < a.length; t++) if (a[t] && !b[t]) return false
  return true
}

/** Whether a period's ends are known; of nobody there is nothing to hide. */
export const isOpen = (line: Line, cuts: Cuts | undefined, { from, to }: Stretch): boolean =>
  line[from] === line[to] || (cuts?.[from] === 1 && cuts[to] === 1)
