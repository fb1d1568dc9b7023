// Next bundles routes apart from each other, each with a memory of its own: what they share lives on globalThis.
const place = globalThis as { hailongShared?: Map<string, unknown> }

/**
 * What is known by this name in the whole process, whichever bundle made it first. A class in it may be another bundle's:
 * its methods work, what is private to one object is not another's to read.
 */
export function shared<T>(name: string, make: () => T): T {
  place.hailongShared ??= new Map()
  const known = place.hailongShared
  if (!known.has(name)) known.set(name, make())
  return known.get(name) as T
}
