import type { CrossItem, CrossView } from './crossing'
import type { Line } from './cut'
import type { History } from './history'
import type { Totals } from './totals'
import { linesIn } from './unit-plan'

/** The dimensions of a unit that one page shows side by side, and who is in an item of each of two (`pairItem`). */
export type Crossing = Readonly<{
  dimensions: readonly (readonly string[])[]
  /** Units of whose own items a unit's view consists. */
  unitsOf: (unit: number) => readonly number[]
  pairs: History
}>

/** Names the people who are in both items, whichever is named first. */
export const pairItem = (a: string, b: string): string => (a < b ? `${a} & ${b}` : `${b} & ${a}`)

/** The views of all units; `width` cells of the table stand in a row. */
export function crossViews(
  { plan }: Totals,
  { dimensions, unitsOf, pairs }: Crossing,
  itemCell: (unit: number, item: string) => number | undefined,
  ownItems: ReadonlyMap<number, readonly CrossItem[]>,
  width: number,
): CrossView[] {
  const known = new Map<string, Line[]>()
  const lineAt = (node: number, item: string): Line => {
    const lines = known.get(item) ?? linesIn(plan, pairs, item)
    known.set(item, lines)
    return lines[node] ?? pairs.empty()
  }
  return [...plan.under].map(([unit, node]) => ({
    everybody: node * width,
    dimensions: [
      ...dimensions.map((items) =>
        items.flatMap((item) => {
          const cell = itemCell(unit, item)
          return cell === undefined ? [] : [{ item, cell }]
        }),
      ),
      unitsOf(unit).flatMap((one) => ownItems.get(one) ?? []),
    ],
    bothOf(a, b) {
      const item = pairItem(a.item, b.item)
      const owner = a.owner ?? b.owner
      return owner === undefined ? lineAt(node, item) : pairs.line(owner, item)
    },
  }))
}
