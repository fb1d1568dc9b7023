import 'server-only'
import { shared } from '@/lib/shared'
import { type Database, database, figuresAt } from './client'

type Kept<T> = Readonly<{ stamp: number; value: Promise<T> }>

/** What was read under a key, as long as nothing that figures rest on can have moved: lists that every page asks for. */
export class KeptWhole<T> {
  readonly #most: number
  readonly #byDatabase: WeakMap<Database, Map<string, Kept<T>>>

  /**
   * @param name what it is that is kept: the whole process keeps it once.
   * @param most so many keys; beyond them all starts anew.
   */
  constructor(name: string, most = 1) {
    this.#byDatabase = shared(name, () => new WeakMap())
    this.#most = most
  }

  /** @param units whose answers it rests on; without any it rests on none. A read that failed is not kept. */
  value(key: string, units: Iterable<number>, read: () => Promise<T>): Promise<T> {
    const known = this.#byDatabase.get(database()) ?? new Map<string, Kept<T>>()
    this.#byDatabase.set(database(), known)
    const stamp = figuresAt(units)
    const kept = known.get(key)
    if (kept?.stamp === stamp) return kept.value
    if (!kept && known.size >= this.#most) known.clear()
    const fresh = { stamp, value: read() }
    known.set(key, fresh)
    fresh.value.catch(() => known.get(key) === fresh && known.delete(key))
    return fresh.value
  }
}
