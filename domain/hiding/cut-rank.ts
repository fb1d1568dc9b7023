import type { Span } from './line'

/** How much officials need a cut, best first. */
const ranks = { calendar: 0, openFirst: 0.5, open: 3, decree: 4, month: 7, other: 8 }

/** Every rank there is, best first: a year, a half-year and a quarter come one after the other. */
export const rankOrder = [
  ...[0, 1, 2].flatMap((period) => [ranks.calendar + period, ranks.decree + period]),
  ...[ranks.openFirst, ranks.open, ranks.month, ranks.other],
].sort((a, b) => a - b)

/** The rank of every cut of a span; there are few spans. */
export function ranksOf(span: Span, isOpenFirst: boolean): Float64Array {
  const key = `${span.first} ${span.halves} ${isOpenFirst}`
  const known = knownRanks.get(key)
  if (known) return known
  const found = new Float64Array(span.halves + 1)
  for (let t = 0; t <= span.halves; t++) found[t] = rankOf(span, t)
  if (span.halves > 0) found[span.halves] = isOpenFirst ? ranks.openFirst : ranks.open
  if (knownRanks.size >= 50) knownRanks.clear()
  knownRanks.set(key, found)
  return found
}

const knownRanks = new Map<string, Float64Array>()

/** Year, half-year, quarter of the calendar, the same of the decree, whose periods begin half a month earlier. */
function rankOf({ first }: Span, cut: number): number {
  // Everything before the first answer is one cut: the beginning of its year is among it.
  if (cut === 0) return ranks.calendar
  const half = first + cut
  const calendar = periodRank(half)
  if (calendar !== null) return ranks.calendar + calendar
  const decree = periodRank(half + 1)
  if (decree !== null) return ranks.decree + decree
  return half % 2 === 0 ? ranks.month : ranks.other
}

function periodRank(half: number): number | null {
  if (half % 24 === 0) return 0
  if (half % 24 === 12) return 1
  return half % 6 === 0 ? 2 : null
}
