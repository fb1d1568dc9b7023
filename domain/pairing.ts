/** Two groups taken together, each of them a part or again two groups. */
export type Pairing<T> = Readonly<{ part: T } | { pair: readonly [Pairing<T>, Pairing<T>] }>

/**
 * Joins the two smallest groups again and again until there is one. So the small stand with the small, and a large
 * one has to be hidden for the sake of a small one only where there is nobody else. Null for no parts.
 */
export function pairUp<T>(parts: readonly T[], sizeOf: (part: T) => number): Pairing<T> | null {
  const groups = parts.map((part) => ({ size: sizeOf(part), pairing: { part } as Pairing<T> }))
  while (groups.length > 1) {
    groups.sort((a, b) => a.size - b.size)
    const [a, b] = groups.splice(0, 2)
    if (!a || !b) break
    groups.push({ size: a.size + b.size, pairing: { pair: [a.pairing, b.pairing] } })
  }
  return groups[0]?.pairing ?? null
}
