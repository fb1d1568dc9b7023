import type { Ceiling } from '@/domain/ceiling'

/** `unsaid`: how much of what was let through no other process has been told. */
type Bucket = { tokens: number; at: number; unsaid: number }

/** What was let through under a key, for the other processes. */
export type Spending = Readonly<{ key: string; n: number }>

/** Keys that one limit tells of at a time; a flood of addresses makes no flood of writes. */
const mostTold = 200
/** Whoever has used less than this part of a burst is not told of. */
const untoldPart = 1 / 50

/** What is left of a ceiling under each key, and what the other processes do not know of it yet. */
export class Buckets {
  readonly #buckets = new Map<string, Bucket>()
  readonly #untold = new Set<string>()
  #isAsked = false

  /** @param most beyond this many keys the longest unused one is forgotten, so that memory stays bounded. */
  constructor(
    private readonly ceiling: Ceiling,
    private readonly most: number,
  ) {}

  get size(): number {
    return this.#buckets.size
  }

  /** Whether anything was taken or given back since this was last asked. */
  wasAsked(): boolean {
    const was = this.#isAsked
    this.#isAsked = false
    return was
  }

  /** What is there at this moment. */
  tokens(key: string, now: number): number {
    const { burst, perSecond } = this.ceiling
    const bucket = this.#buckets.get(key) ?? { tokens: burst, at: now }
    return Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * perSecond)
  }

  /** Takes one where there is one; answers what was there before. */
  take(key: string, now: number): number {
    const { burst } = this.ceiling
    this.#isAsked = true
    const tokens = this.tokens(key, now)
    const taken = tokens >= 1 ? 1 : 0
    const left = tokens - taken
    // What has flowed back meanwhile need not be told.
    const unsaid = Math.min((this.#buckets.get(key)?.unsaid ?? 0) + taken, burst - left)
    this.#keepAsNewest(key, { tokens: left, at: now, unsaid })
    if (unsaid > 0 && burst - left >= burst * untoldPart) this.#willTell(key)
    return tokens
  }

  giveBack(key: string): void {
    const bucket = this.#buckets.get(key)
    if (!bucket) return
    this.#isAsked = true
    bucket.tokens = Math.min(this.ceiling.burst, bucket.tokens + 1)
    bucket.unsaid -= 1
    if (bucket.unsaid < 0) this.#willTell(key)
  }

  /** What the other processes should know; it counts as told from now on. */
  takeUntold(): Spending[] {
    const told: Spending[] = []
    for (const key of this.#untold) {
      const bucket = this.#buckets.get(key)
      if (!bucket || bucket.unsaid === 0) continue
      told.push({ key, n: bucket.unsaid })
      bucket.unsaid = 0
    }
    this.#untold.clear()
    return told
  }

  /** For what could not be told. */
  putBack({ key, n }: Spending): void {
    const bucket = this.#buckets.get(key)
    if (!bucket) return
    bucket.unsaid += n
    this.#willTell(key)
  }

  /**
   * How much of the burst all processes together have used. What others use pushes out no key that is used here: it makes
   * none the newest, and where there is no room a new one is not taken in.
   */
  learn(key: string, used: number, now: number): void {
    const known = this.#buckets.get(key)
    if (!known && this.#buckets.size >= this.most) return
    const unsaid = known?.unsaid ?? 0
    const left = this.ceiling.burst - used - unsaid
    this.#buckets.set(key, {
      tokens: Math.max(0, Math.min(this.ceiling.burst, left)),
      at: now,
      unsaid,
    })
  }

  #keepAsNewest(key: string, bucket: Bucket): void {
    this.#buckets.delete(key)
    this.#buckets.set(key, bucket)
    if (this.#buckets.size > this.most) {
      this.#buckets.delete(this.#buckets.keys().next().value ?? key)
    }
  }

  #willTell(key: string): void {
    if (this.#untold.size < mostTold) this.#untold.add(key)
  }
}
