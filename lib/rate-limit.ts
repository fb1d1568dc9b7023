import { createHmac, randomBytes } from 'node:crypto'
import type { Ceiling } from '@/domain/ceiling'

type Bucket = { tokens: number; at: number }

/** Beyond this many keys the longest unused one is forgotten, so that memory stays bounded. */
const mostBuckets = 10_000

export type RateLimit = ReturnType<typeof makeRateLimit>

// Next bundles routes apart from each other: what they count together lives on globalThis.
const place = globalThis as { hailongLimits?: Map<string, RateLimit> }

/** The limit of this name that all routes share. */
export function sharedRateLimit(name: string, ceiling: Ceiling): RateLimit {
  place.hailongLimits ??= new Map()
  const limit = place.hailongLimits.get(name) ?? makeRateLimit(ceiling)
  place.hailongLimits.set(name, limit)
  return limit
}

/** A limit of its own; answers 0 where the request may pass, else the seconds after which it may. */
export function makeRateLimit({ burst, perSecond }: Ceiling, most = mostBuckets) {
  // The keys are hashed with a key of this process: no address stands in memory as such.
  const secret = randomBytes(16)
  const keyOf = (name: string) => createHmac('sha1', secret).update(name).digest('base64')
  const buckets = new Map<string, Bucket>()
  /** For a try that turned out to be none of those that are limited. */
  secondsToWait.giveBack = (name: string) => {
    const bucket = buckets.get(keyOf(name))
    if (bucket) bucket.tokens = Math.min(burst, bucket.tokens + 1)
  }
  /** The same answer without taking anything. */
  secondsToWait.look = (name: string, now: number) => waitFor(tokensOf(keyOf(name), now))
  /** How many keys are remembered. */
  secondsToWait.size = () => buckets.size
  return secondsToWait

  function secondsToWait(name: string, now: number): number {
    const key = keyOf(name)
    const tokens = tokensOf(key, now)
    buckets.delete(key)
    buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now })
    if (buckets.size > most) buckets.delete(buckets.keys().next().value ?? key)
    return waitFor(tokens)
  }

  function tokensOf(key: string, now: number): number {
    const bucket = buckets.get(key) ?? { tokens: burst, at: now }
    return Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * perSecond)
  }

  function waitFor(tokens: number): number {
    return tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond))
  }
}
