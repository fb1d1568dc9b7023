import { isSmallGroup } from './rate'

/** The half-months in which anybody has answered. Cut 0 lies before the first, cut `halves` after the last. */
export type Span = Readonly<{ first: number; halves: number }>

/** How many people had answered before each cut: `halves + 1` numbers that never fall. */
export type Line = Int32Array

/** One mark per cut. */
export type Cuts = Uint8Array

/** A period as the cuts at its ends. */
export type Stretch = Readonly<{ from: number; to: number }>

/** How much officials need a cut, best first. */
const ranks = { calendar: 0, openFirst: 0.5, open: 3, decree: 4, month: 7, other: 8 }

/** Every rank there is, best first: a year, a half-year and a quarter come one after the other. */
const rankOrder = [
  ...[0, 1, 2].flatMap((period) => [ranks.calendar + period, ranks.decree + period]),
  ...[ranks.openFirst, ranks.open, ranks.month, ranks.other],
].sort((a, b) => a - b)

export const allCuts = ({ halves }: Span): Cuts => new Uint8Array(halves + 1).fill(1)

/** The cut before a half-month; everything before (or after) the answers is one and the same cut. */
export const cutBefore = ({ first, halves }: Span, halfMonth: number): number =>
  Math.min(Math.max(halfMonth - first, 0), halves)

export const stretchOf = (
  span: Span,
  { first, last }: { first: number; last: number },
): Stretch => ({
  from: cutBefore(span, first),
  to: cutBefore(span, last + 1),
})

// Plain loops: a typed array's own `map` and `from` take many times as long, and these run for every group.
export function addTo(sum: Line, more: Line | undefined): void {
  if (!more) return
  for (let t = 0; t < sum.length; t++) sum[t] = (sum[t] ?? 0) + (more[t] ?? 0)
}

export function sumLines({ halves }: Span, lines: Iterable<Line | undefined>): Line {
  const sum = new Int32Array(halves + 1)
  for (const line of lines) addTo(sum, line)
  return sum
}

export function subtractLines(a: Line, b: Line): Line {
  const rest = new Int32Array(a.length)
  for (let t = 0; t < rest.length; t++) rest[t] = (a[t] ?? 0) - (b[t] ?? 0)
  return rest
}

export function both(a: Cuts, b: Cuts): Cuts {
  const cuts = new Uint8Array(a.length)
  for (let t = 0; t < cuts.length; t++) cuts[t] = (a[t] ?? 0) & (b[t] ?? 0)
  return cuts
}

/** People between two cuts. */
export const peopleIn = (line: Line, { from, to }: Stretch): number =>
  (line[to] ?? 0) - (line[from] ?? 0)

/** Whether a period's ends are known; of nobody there is nothing to hide. */
export const isOpen = (line: Line, cuts: Cuts | undefined, { from, to }: Stretch): boolean =>
  line[from] === line[to] || (cuts?.[from] === 1 && cuts[to] === 1)

/**
 * Chooses, among the cuts of `base`, those at which a group may be told apart in time: between two chosen cuts there
 * is nobody or five and more. What officials need most comes first, and the newer of what they need alike, so that a
 * small beginning costs the beginning.
 * @param guards must keep the distance too.
 * @param isOpenFirst takes the open end before the quarters.
 */
export function chooseCuts(
  span: Span,
  base: Cuts,
  line: Line,
  { guards = [], isOpenFirst = false }: { guards?: readonly Line[]; isOpenFirst?: boolean } = {},
): Cuts {
  const runs = findRuns(base, line, ranksOf(span, isOpenFirst))
  const kept = [line, ...guards]
  for (const rank of rankOrder) {
    for (let run = runs.count - 1; run >= 0; run--) {
      if (runs.ranks[run] === rank) runs.taken[run] = fits(runs, run, kept) ? 1 : 0
    }
  }
  const cuts = new Uint8Array(base.length)
  for (let run = 0; run < runs.count; run++) {
    if (!runs.taken[run]) continue
    const last = runs.lasts[run] ?? 0
    for (let t = runs.firsts[run] ?? 0; t <= last; t++) cuts[t] = base[t] ?? 0
  }
  return cuts
}

/** Cuts between which nobody has answered are one run: known together or not at all. */
type Runs = Readonly<{
  count: number
  firsts: Int32Array
  lasts: Int32Array
  ranks: Float64Array
  taken: Uint8Array
}>

function findRuns(base: Cuts, line: Line, ranks: Float64Array): Runs {
  const n = base.length
  const [firsts, lasts] = [new Int32Array(n), new Int32Array(n)]
  const best = new Float64Array(n)
  let run = -1
  for (let t = 0; t < n; t++) {
    if (!base[t]) continue
    const rank = ranks[t] ?? 0
    if (run >= 0 && line[t] === line[lasts[run] ?? 0]) {
      if (rank < (best[run] ?? 0)) best[run] = rank
    } else {
      run++
      firsts[run] = t
      best[run] = rank
    }
    lasts[run] = t
  }
  return { count: run + 1, firsts, lasts, ranks: best, taken: new Uint8Array(n) }
}

function fits({ count, firsts, lasts, taken }: Runs, run: number, lines: readonly Line[]): boolean {
  let before = run - 1
  while (before >= 0 && !taken[before]) before--
  let after = run + 1
  while (after < count && !taken[after]) after++
  const [first, last] = [firsts[run] ?? 0, lasts[run] ?? 0]
  const left = before >= 0 ? (lasts[before] ?? 0) : first
  const right = after < count ? (firsts[after] ?? 0) : last
  for (const line of lines) {
    if (isSmallGroup((line[first] ?? 0) - (line[left] ?? 0))) return false
    if (isSmallGroup((line[right] ?? 0) - (line[last] ?? 0))) return false
  }
  return true
}

/** The rank of every cut of a span; there are few spans. */
function ranksOf(span: Span, isOpenFirst: boolean): Float64Array {
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
