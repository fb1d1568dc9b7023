import type { BurstSign, Sighting, SourceRecord } from './sign'

/** Five minutes: somebody who taps again and again does it in one go. */
export const burstWindow = 5 * 60_000

/** A tablet's visit takes some twenty seconds and people change places: fewer than ten is a busy morning anywhere. */
export const fewestInBurst = 10

/**
 * A window counts as a burst when so many come by chance less than once in a million windows at the pace of the source's
 * busy hours. A source has about 25,000 windows a year, so a year of one source raises a false sign in one of forty.
 */
const rarity = 1e-6

/** The pace of a busy hour is that of the hour which only a tenth of the hours in use exceed. */
const busy = 0.9

/** Before so many hours of use the pace of a source is not known: it is taken for one in two minutes at most. */
const hoursToKnow = 20
const unknownPace = 2.5

const hour = 3_600_000

/** Responses that came in at one source much faster than they do there in busy hours. Windows that touch are one burst. */
export function findBursts({ source, timed }: SourceRecord): BurstSign[] {
  const usual = busyPace(timed)
  const enough = enoughAt(usual)
  const bursts: BurstSign[] = []
  for (const { first, last, most } of crowdedSpans(timed, enough)) {
    const members = timed.slice(first, last + 1)
    const key = `burst.${source.key}.${members[0]?.seq}`
    bursts.push({ kind: 'burst', key, source, members, most, usual })
  }
  return bursts
}

type Span = { first: number; last: number; most: number }

function crowdedSpans(timed: readonly Sighting[], enough: number): Span[] {
  const spans: Span[] = []
  for (let last = 0, first = 0; last < timed.length; last++) {
    while (atOf(timed, last) - atOf(timed, first) > burstWindow) first++
    const n = last - first + 1
    if (n < enough) continue
    const open = spans.at(-1)
    if (open && first <= open.last) {
      open.last = last
      open.most = Math.max(open.most, n)
    } else spans.push({ first, last, most: n })
  }
  return spans
}

/** Responses per window in a busy hour of this source; hours without any are no hours of use. */
function busyPace(timed: readonly Sighting[]): number {
  const byHour = new Map<number, number>()
  for (const { at } of timed) {
    const one = Math.floor(at / hour)
    byHour.set(one, (byHour.get(one) ?? 0) + 1)
  }
  const counts = [...byHour.values()].sort((a, b) => a - b)
  const busyHour = counts[Math.floor((counts.length - 1) * busy)] ?? 0
  const pace = (busyHour * burstWindow) / hour
  return counts.length < hoursToKnow ? Math.min(pace, unknownPace) : pace
}

/** The smallest number, `fewestInBurst` or more, that a Poisson count of this mean reaches more rarely than `rarity`. */
function enoughAt(mean: number): number {
  // The normal distribution is near enough there, and e to the −mean is not lost.
  if (mean > 100) return Math.ceil(mean + 5 * Math.sqrt(mean))
  let chance = Math.exp(-mean)
  let below = 0
  for (let n = 0; ; n++) {
    // `below` is the chance of fewer than n.
    if (n >= fewestInBurst && 1 - below < rarity) return n
    below += chance
    chance *= mean / (n + 1)
  }
}

const atOf = (timed: readonly Sighting[], index: number): number => timed[index]?.at ?? 0
