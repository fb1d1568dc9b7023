import 'server-only'
import { shared } from '@/lib/shared'
import { breathe, takeTurn } from '@/lib/unhurried'
import { type Database, database, figuresAt } from '../client'

/** A value, and what `figuresAt` gave before it was read. */
export type Kept<T> = Readonly<{ stamp: number; value: T }>
type Place<T> = { weight: number; names: Map<string, Map<number, Kept<T>>> }

/** What was read of single units under a name, as long as no figure of the unit can have moved. */
export class KeptByUnit<T> {
  readonly #weigh: (value: T) => number
  readonly #most: number
  readonly #byDatabase: WeakMap<Database, Place<T>>

  /**
   * @param name what it is that is kept: the whole process keeps it once.
   * @param most how much is kept in all, by the measure of `weigh`; what goes beyond it starts anew.
   */
  constructor(name: string, most: number, weigh: (value: T) => number) {
    this.#byDatabase = shared(`${name} by unit`, () => new WeakMap())
    this.#most = most
    this.#weigh = weigh
  }

  /**
   * The values of these units, in their order. `read` is asked for those that are not kept or have moved since, and answers
   * them one by one as they are read; `before` is what is kept of a unit that has moved.
   */
  async values(
    name: string,
    units: readonly number[],
    read: (
      missing: readonly number[],
      before: (unit: number) => Kept<T> | undefined,
    ) => AsyncIterable<readonly [unit: number, value: T]>,
  ): Promise<T[]> {
    const known = this.#names().get(name)
    const found = new Map<number, T>()
    const stamps = new Map(units.map((unit) => [unit, figuresAt([unit])]))
    for (const [unit, stamp] of stamps) {
      const kept = known?.get(unit)
      if (kept?.stamp === stamp) found.set(unit, kept.value)
    }
    const missing = units.filter((unit) => !found.has(unit))
    if (missing.length > 0) {
      // Stamped as of before the read: what moved meanwhile is read again next time.
      for await (const [unit, value] of read(missing, (one) => known?.get(one))) {
        found.set(unit, value)
        this.#keep(name, unit, { stamp: stamps.get(unit) ?? 0, value })
        // Reading does not wait for anything either: five hundred units would be one turn of the event loop.
        await breathe()
      }
    }
    // What is kept comes without waiting for anything, and what is made of it takes its time: others come in between.
    await takeTurn()
    return units.filter((unit) => found.has(unit)).map((unit) => found.get(unit) as T)
  }

  #place() {
    const known = this.#byDatabase.get(database()) ?? { weight: 0, names: new Map() }
    this.#byDatabase.set(database(), known)
    return known
  }

  #names = () => this.#place().names

  #keep(name: string, unit: number, kept: Kept<T>): void {
    const place = this.#place()
    const more = this.#weigh(kept.value)
    if (place.weight + more > this.#most) {
      place.names.clear()
      place.weight = 0
    }
    const units = place.names.get(name) ?? new Map<number, Kept<T>>()
    place.names.set(name, units)
    const before = units.get(unit)
    place.weight += more - (before ? this.#weigh(before.value) : 0)
    units.set(unit, kept)
  }
}
