import { createHmac, randomBytes } from 'node:crypto'
import type { Ceiling } from '@/domain/ceiling'
import { Buckets } from './buckets'
import { env } from './env'
import { shared } from './shared'

const mostBuckets = 10_000

export type RateLimit = ReturnType<typeof makeRateLimit>

/** The limits that all routes share, by name. */
export const sharedLimits = () => shared('rate limits', () => new Map<string, RateLimit>())

/** The limit of this name that all routes share. */
export function sharedRateLimit(name: string, ceiling: Ceiling): RateLimit {
  const limit = sharedLimits().get(name) ?? makeRateLimit(ceiling)
  sharedLimits().set(name, limit)
  return limit
}

/** A limit of its own; answers 0 where the request may pass, else the seconds after which it may. */
export function makeRateLimit(ceiling: Ceiling, most = mostBuckets) {
  const buckets = new Buckets(ceiling, most)
  const waitFor = (tokens: number): number =>
    tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - tokens) / ceiling.perSecond))
  const secondsToWait = (name: string, now: number): number =>
    waitFor(buckets.take(keyOf(name), now))
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
  })
}

/** No address stands in memory or in the database as such. */
const keyOf = (name: string) => createHmac('sha1', hashKey()).update(name).digest('base64')

/** The same in every process with this secret, so that they can count together; the database does not have it. */
const hashKey = () =>
  shared('key of rate limits', () => {
    const { authSecret } = env()
    if (authSecret === undefined) return randomBytes(32)
    return createHmac('sha256', authSecret).update('keys of rate limits').digest()
  })
