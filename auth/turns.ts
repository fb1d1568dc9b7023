import 'server-only'

/** Too many are waiting at this moment; worth another try in a few seconds. */
export class TurnsFull extends Error {}

/** Who wants a turn. One lane has its turns one after the other when others wait as well. */
export type Lane = Readonly<{
  name: string
  /** Signed in now, or at this browser before: goes before strangers. */
  isKnown: boolean
}>

type Waiting = Map<string, (() => void)[]>

/**
 * Lets so many work at once. Those who wait go round by lane, so that a hundred of one lane hold up nobody else for
 * longer than one turn.
 */
export class Turns {
  #running = 0
  readonly #waiting: Readonly<Record<'known' | 'strange', Waiting>> = {
    known: new Map(),
    strange: new Map(),
  }

  constructor(
    private readonly limits: Readonly<{
      atOnce: number
      /** So many wait at most, of those who are known and of strangers each. */
      most: number
    }>,
  ) {}

  /** @throws TurnsFull */
  async run<T>(lane: Lane, work: () => Promise<T>): Promise<T> {
    await this.#take(lane)
    try {
      return await work()
    } finally {
      this.#pass()
    }
  }

  async #take({ name, isKnown }: Lane): Promise<void> {
    if (this.#running < this.limits.atOnce) {
      this.#running++
      return
    }
    const lanes = this.#waiting[isKnown ? 'known' : 'strange']
    if (count(lanes) >= this.limits.most) throw new TurnsFull()
    await new Promise<void>((resolve) => {
      lanes.set(name, [...(lanes.get(name) ?? []), resolve])
    })
  }

  /** The place goes straight to the next in line, so that nobody slips in between. */
  #pass(): void {
    const next = nextOf(this.#waiting.known) ?? nextOf(this.#waiting.strange)
    if (next) next()
    else this.#running--
  }
}

const count = (lanes: Waiting) => [...lanes.values()].reduce((sum, lane) => sum + lane.length, 0)

/** The first of the lane whose turn it is; what is left of that lane goes to the end. */
function nextOf(lanes: Waiting): (() => void) | undefined {
  for (const [name, [next, ...rest]] of lanes) {
    lanes.delete(name)
    if (rest.length > 0) lanes.set(name, rest)
    if (next) return next
  }
  return undefined
}
