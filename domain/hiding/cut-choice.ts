import { isSmallGroup } from '../rate'
import type { Cuts } from './cut'
import { rankOrder, ranksOf } from './cut-rank'
import type { Line, Span } from './line'

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
