/** The half-months in which anybody has answered. Cut 0 lies before the first, cut `halves` after the last. */
export type Span = Readonly<{ first: number; halves: number }>

/** How many people had answered before each cut: `halves + 1` numbers that never fall. */
export type Line = Int32Array

/** A period as the cuts at its ends. */
export type Stretch = Readonly<{ from: number; to: number }>

// Plain loops: a typed array's own `map` and `from` take many times as long, and these run for every group.
export function addTo(sum: Line, more: Line | undefined): void {
  if (!more) return
  for (let t = 0; t < sum.length; t++) sum[t] = (sum[t] ?? 0) + (more[t] ?? 0)
}

/** People of several groups that have nobody in common. */
export function sumLines({ halves }: Span, lines: Iterable<Line | undefined>): Line {
  const sum = new Int32Array(halves + 1)
  for (const line of lines) addTo(sum, line)
  return sum
}

/** The people of one who are not in the other. */
export function subtractLines(a: Line, b: Line): Line {
  const rest = new Int32Array(a.length)
  for (let t = 0; t < rest.length; t++) rest[t] = (a[t] ?? 0) - (b[t] ?? 0)
  return rest
}

/** People between two cuts. */
export const peopleIn = (line: Line, { from, to }: Stretch): number =>
  (line[to] ?? 0) - (line[from] ?? 0)
