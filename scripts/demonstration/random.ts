/** Numbers in [0, 1) that depend on nothing but the seed. */
export type Random = () => number

/** The generator of one thing (the seed of the run, and which thing): independent of how many others are made. */
export function randomFor(seed: number, thing: number): Random {
  let state = mix(seed ^ 0x9e3779b9) ^ mix(thing + 0x85ebca6b)
  // Mulberry32.
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of the things, each as likely as its weight says. */
export function pick<T>(random: Random, things: readonly T[], weightOf: (thing: T) => number): T {
  let left = random() * things.reduce((sum, thing) => sum + weightOf(thing), 0)
  for (const thing of things) {
    left -= weightOf(thing)
    if (left < 0) return thing
  }
  const last = things.at(-1)
  if (last === undefined) throw new Error('nothing to pick from')
  return last
}

/** A UUID (version 4 in form) made of seeded numbers. */
export function uuidFrom(random: Random): string {
  const digit = () => Math.floor(random() * 16).toString(16)
  const variant = () => '89ab'.charAt(Math.floor(random() * 4))
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (c) =>
    c === 'x' ? digit() : variant(),
  )
}

function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x7feb352d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return (hash ^ (hash >>> 16)) | 0
}
