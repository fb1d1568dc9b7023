import 'server-only'
import { type Database, database } from './client'

type Kept<T> = Readonly<{ value: Promise<T | null>; readAt: number }>

/**
 * A read that is asked for at every response and hardly ever changes: answers from memory for `freshFor`
 * milliseconds, for at most `most` keys. Many who ask at once share one read; nothing (null) is not kept.
 */
export function remembered<T>(
  { freshFor, most }: Readonly<{ freshFor: number; most: number }>,
  read: (key: string) => Promise<T | null>,
): (key: string) => Promise<T | null> {
  const byDatabase = new WeakMap<Database, Map<string, Kept<T>>>()
  return (key) => {
    const known = byDatabase.get(database()) ?? new Map<string, Kept<T>>()
    byDatabase.set(database(), known)
    const kept = known.get(key)
    // By the clock of the process: the machine's may be set back, and what was read would stay fresh for as long.
    const now = performance.now()
    if (kept && now - kept.readAt < freshFor) return kept.value
    const value = read(key)
    if (known.size >= most) known.clear()
    known.set(key, { value, readAt: now })
    const forget = () => known.get(key)?.value === value && known.delete(key)
    value.then((found) => found === null && forget(), forget)
    return value
  }
}
