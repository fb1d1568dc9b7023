import { createHmac, randomBytes } from 'node:crypto'

/** A bucket holds `burst` tokens and gets `perSecond` back. */
export type Ceiling = Readonly<{ burst: number; perSecond: number }>

type Bucket = { tokens: number; at: number }

/** Beyond this many keys the longest unused one is forgotten, so that memory stays bounded. */
const mostBuckets = 10_000

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
  return secondsToWait

  function secondsToWait(name: string, now: number): number {
    const key = keyOf(name)
    const bucket = buckets.get(key) ?? { tokens: burst, at: now }
    const refill = (Math.max(0, now - bucket.at) / 1000) * perSecond
    const tokens = Math.min(burst, bucket.tokens + refill)
    const passes = tokens >= 1
    buckets.delete(key)
    buckets.set(key, { tokens: passes ? tokens - 1 : tokens, at: now })
    if (buckets.size > most) buckets.delete(buckets.keys().next().value ?? key)
    return passes ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond))
  }
}
