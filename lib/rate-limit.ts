import { createHmac, randomBytes } from 'node:crypto'
import type { Ceiling } from '@/domain/ceiling'
import { Buckets } from './buckets'
import { env } from './env'

const mostBuckets = 10_000

export type RateLimit = ReturnType<typeof makeRateLimit>

// Next bundles routes apart from each other: what they count together lives on globalThis.
const place = globalThis as { hailongLimits?: Map<string, RateLimit>; hailongLimitKey?: Buffer }

/** The limits that all routes share, by name. */
export function sharedLimits(): Map<string, RateLimit> {
  place.hailongLimits ??= new Map()
  return place.hailongLimits
}

/** The limit of this name that all routes share. */
export function sharedRateLimit(name: string, ceiling: Ceiling): RateLimit {
  const limit = sharedLimits().get(name) ?? makeRateLimit(ceiling)
  sharedLimits().set(name, limit)
  return limit
}

/** A limit of its own; answers 0 where the request may pass, else the seconds after which it may. */
export function makeRateLimit(ceiling: Ceiling, most = mostBuckets) {
  const buckets = new Buckets(ceiling, most)
  let isAsked = false
  const secondsToWait = (name: string, now: number): number => {
    isAsked = true
    return waitFor(buckets.take(keyOf(name), now))
  }
  const waitFor = (tokens: number): number =>
    tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - tokens) / ceiling.perSecond))
  return Object.assign(secondsToWait, {
    ceiling,
    /** What the processes tell each other of. */
    buckets,
    /** For a try that turned out to be none of those that are limited. */
    giveBack: (name: string) => buckets.giveBack(keyOf(name)),
    /** The same answer without taking anything. */
    look: (name: string, now: number) => waitFor(buckets.tokens(keyOf(name), now)),
    /** How many keys are remembered. */
    size: () => buckets.size,
    /** Whether anything was asked for since this was last called. */
    wasAsked: () => {
      const was = isAsked
      isAsked = false
      return was
    },
  })
}

/** No address stands in memory or in the database as such. */
const keyOf = (name: string) => createHmac('sha1', hashKey()).update(name).digest('base64')

/** The same in every process with this secret, so that they can count together; the database does not have it. */
function hashKey(): Buffer {
  place.hailongLimitKey ??= makeHashKey()
  return place.hailongLimitKey
}

function makeHashKey(): Buffer {
  const { authSecret } = env()
  if (authSecret === undefined) return randomBytes(32)
  return createHmac('sha256', authSecret).update('keys of rate limits').digest()
}
