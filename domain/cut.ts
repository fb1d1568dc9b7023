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

export const addLines = (a: Line, b: Line): Line => a.map((n, t) => n + (b[t] ?? 0))
export const subtractLines = (a: Line, b: Line): Line => a.map((n, t) => n - (b[t] ?? 0))
export const both = (a: Cuts, b: Cuts): Cuts => a.map((mark, t) => mark & (b[t] ?? 0))

/** People between two cuts. */
export const peopleIn = (line: Line, { from, to }: Stretch): number =>
  (line[to] ?? 0) - (line[from] ?? 0)

/** Whether a period's ends are known; of nobody there is nothing to hide. */
export const isOpen = (line: Line, cuts: Cuts | undefined, { from, to }: Stretch): boolean =>
  line[from] === line[to] || (cuts?.[from] === 1 && cuts[to] === 1)

/** Cuts between which nobody has answered: known together or not at all. */
type Run = { first: number; last: number; rank: number; isTaken: boolean }

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
  const runs = findRuns(span, base, line, isOpenFirst ? ranks.openFirst : ranks.open)
  const kept = [line, ...guards]
  const order = [...runs.keys()].sort(
    (a, b) => (runs[a]?.rank ?? 0) - (runs[b]?.rank ?? 0) || b - a,
  )
  for (const index of order) {
    const run = runs[index]
    if (run) run.isTaken = fits(runs, index, kept)
  }
  const cuts = new Uint8Array(base.length)
  for (const { first, last, isTaken } of runs) if (isTaken) cuts.fill(1, first, last + 1)
  return both(cuts, base)
}

function findRuns(span: Span, base: Cuts, line: Line, openRank: number): Run[] {
  const rankAt = (t: number) => (t === span.halves && t > 0 ? openRank : rankOf(span, t))
  const runs: Run[] = []
  let run: Run | undefined
  for (let t = 0; t < base.length; t++) {
    if (!base[t]) continue
    if (run && line[t] === line[run.last]) {
      run.last = t
      run.rank = Math.min(run.rank, rankAt(t))
    } else {
      run = { first: t, last: t, rank: rankAt(t), isTaken: false }
      runs.push(run)
    }
  }
  return runs
}

function fits(runs: readonly Run[], index: number, lines: readonly Line[]): boolean {
  const run = runs[index]
  if (!run) return false
  let before = index - 1
  while (before >= 0 && !runs[before]?.isTaken) before--
  let after = index + 1
  while (after < runs.length && !runs[after]?.isTaken) after++
  const left = runs[before]?.last ?? run.first
  const right = runs[after]?.first ?? run.last
  return lines.every(
    (line) =>
      !isSmallGroup(peopleIn(line, { from: left, to: run.first })) &&
      !isSmallGroup(peopleIn(line, { from: run.last, to: right })),
  )
}

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
