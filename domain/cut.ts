import { isSmallGroup } from './rate'

/** The half-months in which anybody has answered. Cut 0 lies before the first, cut `halves` after the last. */
export type Span = Readonly<{ first: number; halves: number }>

/** How many people had answered before each cut: `halves + 1` numbers that never fall. */
export type Line = Int32Array

/** One mark per cut. */
export type Cuts = Uint8Array

/** How much officials need a cut, best first; the open end comes before single months. */
const ranks = { start: 0, calendar: 1, decree: 5, open: 9, month: 10, other: 11 }

export const allCuts = ({ halves }: Span): Cuts => new Uint8Array(halves + 1).fill(1)

/** The cut before a half-month; everything before (or after) the answers is one and the same cut. */
export const cutBefore = ({ first, halves }: Span, halfMonth: number): number =>
  Math.min(Math.max(halfMonth - first, 0), halves)

/** People in each half-month of the span, added up from the start. */
export function lineOf(people: ArrayLike<number>): Line {
  const line = new Int32Array(people.length + 1)
  for (let i = 0; i < people.length; i++) line[i + 1] = (line[i] ?? 0) + (people[i] ?? 0)
  return line
}

export const addLines = (a: Line, b: Line): Line => a.map((n, t) => n + (b[t] ?? 0))
export const subtractLines = (a: Line, b: Line): Line => a.map((n, t) => n - (b[t] ?? 0))

/** Chosen cuts, and those of them that follow from `base` alone, whatever is chosen. */
export type Choice = Readonly<{ cuts: Cuts; given: Cuts }>

type Run = { first: number; last: number; rank: number; isTaken: boolean }

/**
 * Chooses, among the cuts of `base`, those at which the groups of `lines` may be told apart in time:
 * between two chosen cuts each line has nobody or five and more. Lines that together make up a whole
 * with the cuts `base` get the same cuts, so that none can be had by taking the others from the whole.
 * Where one of them stands still, the whole alone tells of the others: such neighbours go together.
 * @param guards must keep the distance too, but stand in no sum.
 */
export function chooseCuts(
  span: Span,
  base: Cuts,
  lines: readonly Line[],
  guards: readonly Line[] = [],
): Choice {
  const runs = findRuns(span, base, lines)
  const kept = [...lines, ...guards]
  const order = runs.toSorted((a, b) => a.rank - b.rank || a.first - b.first)
  for (const run of order) run.isTaken = fits(runs, runs.indexOf(run), kept)
  const cuts = new Uint8Array(base.length)
  for (const { first, last, isTaken } of runs) if (isTaken) cuts.fill(1, first, last + 1)
  const given = new Uint8Array(base.length)
  if (runs[0]) given.fill(1, runs[0].first, runs[0].last + 1)
  return { cuts: both(cuts, base), given: both(given, base) }
}

export const both = (a: Cuts, b: Cuts): Cuts => a.map((mark, t) => mark & (b[t] ?? 0))

function findRuns(span: Span, base: Cuts, lines: readonly Line[]): Run[] {
  const runs: Run[] = []
  let run: Run | undefined
  for (let t = 0; t < base.length; t++) {
    if (!base[t]) continue
    const last = run?.last ?? 0
    if (run && lines.some((line) => line[t] === line[last])) {
      run.last = t
      run.rank = Math.min(run.rank, rankOf(span, t))
    } else {
      run = { first: t, last: t, rank: rankOf(span, t), isTaken: false }
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
  const left = runs[before]?.last
  const right = runs[after]?.first
  return lines.every(
    (line) =>
      !(left !== undefined && isSmallGroup(at(line, run.first) - at(line, left))) &&
      !(right !== undefined && isSmallGroup(at(line, right) - at(line, run.last))),
  )
}

const at = (line: Line, t: number): number => line[t] ?? 0

/** Year, half-year, nine months, quarter of either calendar; the decree's begin half a month earlier. */
export function rankOf({ first, halves }: Span, cut: number): number {
  if (cut === 0) return ranks.start
  if (cut === halves) return ranks.open
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
  if (half % 24 === 18) return 2
  return half % 6 === 0 ? 3 : null
}
