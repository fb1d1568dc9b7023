import type { Level } from '../answer'
import { rateThreshold } from '../rate'
import type { RunSign, Sighting, SourceRecord } from './sign'

/** Shorter runs are left alone, however rare: a family that comes together is as long. */
export const shortestRun = 10

/**
 * A run is shown when chance would give fewer than this many of its length among all responses of the source. With twenty
 * sources and five levels on a page that is a false sign on one page in ten.
 */
const rareRun = 0.001

/** How often each level was chosen, by `Level`. */
export type Mix = Readonly<{ n: number; of: ReadonlyMap<Level, number> }>

export const noMix: Mix = { n: 0, of: new Map() }

export function addToMix({ n, of }: Mix, sightings: readonly Sighting[]): Mix {
  const counts = new Map(of)
  let total = n
  for (const { level } of sightings) {
    if (level === null) continue
    total++
    counts.set(level, (counts.get(level) ?? 0) + 1)
  }
  return { n: total, of: counts }
}

/**
 * Runs of one level, one after the other at one source, longer than chance explains. If answers were independent and
 * p the chance of the level, n of them would hold about n·(1 − p)·p^L runs of L or more: each begins after another
 * level. p is the share of the level in the whole unit or, where that is more, at the source outside the run: a desk
 * that people like better than its neighbours has longer runs without anybody's doing.
 */
export function findRuns({ source, timed }: SourceRecord, unit: Mix): RunSign[] {
  const rated = timed.filter(({ level }) => level !== null)
  const here = addToMix(noMix, rated)
  return runsOf(rated).flatMap((members): RunSign[] => {
    const level = members[0]?.level
    if (level == null || members.length < shortestRun) return []
    const share = Math.max(shareIn(unit, level), shareOutside(here, level, members.length))
    const expected = rated.length * (1 - share) * share ** members.length
    if (expected >= rareRun) return []
    const key = `run.${source.key}.${members[0]?.seq}`
    return [{ kind: 'run', key, source, members, level, share, expected }]
  })
}

function runsOf(rated: readonly Sighting[]): Sighting[][] {
  const runs: Sighting[][] = []
  for (const one of rated) {
    const open = runs.at(-1)
    if (open?.[0]?.level === one.level) open.push(one)
    else runs.push([one])
  }
  return runs
}

/** One more of each level than there were (Laplace): what nobody has chosen yet is not impossible, nor is the rest. */
const shareIn = ({ n, of }: Mix, level: Level): number => ((of.get(level) ?? 0) + 1) / (n + 5)

function shareOutside({ n, of }: Mix, level: Level, inside: number): number {
  const left = n - inside
  return left < rateThreshold ? 0 : ((of.get(level) ?? 0) - inside + 1) / (left + 5)
}
