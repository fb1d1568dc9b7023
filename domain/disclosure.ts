import { isSmallGroup, smallGroup } from './rate'

/** People in each cell of the tables that one person can put side by side, by an id of the caller's. */
export type Cells = ReadonlyMap<string, number>

/**
 * Somewhere `parts` stand beside `whole`. They need not fill it: people who are in no part are what
 * is left when the shown parts are taken away.
 */
export type Sum = Readonly<{ whole: string; parts: readonly string[] }>

/**
 * The small-number rule. A cell of 1–4 people is hidden; where a whole less its shown parts would
 * leave 1–4, the smallest shown part is hidden too; where a whole is hidden, so are its parts, whose
 * sum would give it back. Repeated until nothing changes, because one cell stands in several sums.
 * Empty cells are never hidden: nobody is in them.
 */
export function hideCells(cells: Cells, sums: readonly Sum[]): ReadonlySet<string> {
  const hidden = new Set<string>()
  for (const [id, people] of cells) if (isSmallGroup(people)) hidden.add(id)
  let before = -1
  while (before !== hidden.size) {
    before = hidden.size
    for (const sum of sums) hideWithin(cells, sum, hidden)
  }
  return hidden
}

/** The rule for one table: which of the parts beside a total must be hidden. */
export function hideParts(total: number, parts: Cells): ReadonlySet<string> {
  const whole = '\u0000total'
  const hidden = hideCells(new Map([...parts, [whole, total]]), [
    { whole, parts: [...parts.keys()] },
  ])
  return new Set([...hidden].filter((id) => id !== whole))
}

/** A count of what is no answer (invalidated, changed): 1–4 print as "dưới 5". */
export const countOrFew = (count: number): number | 'few' =>
  count > 0 && count < smallGroup ? 'few' : count

function hideWithin(cells: Cells, { whole, parts }: Sum, hidden: Set<string>): void {
  const people = (id: string) => cells.get(id) ?? 0
  const shown = parts.filter((id) => people(id) > 0 && !hidden.has(id))
  if (hidden.has(whole)) {
    for (const id of shown) hidden.add(id)
    return
  }
  let left = shown.reduce((rest, id) => rest - people(id), people(whole))
  if (!isSmallGroup(left)) return
  shown.sort((a, b) => people(a) - people(b) || (a < b ? -1 : 1))
  for (const id of shown) {
    if (!isSmallGroup(left)) return
    hidden.add(id)
    left += people(id)
  }
}
