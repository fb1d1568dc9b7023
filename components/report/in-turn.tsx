import type { ReactNode } from 'react'
import { takeTurn } from '@/lib/unhurried'

/** So many rows are drawn in one turn. */
const stride = 25

/** Draws what is in it in a turn of its own: a large page drawn in one go would keep all others waiting. */
export async function InTurn({ children }: { children: ReactNode }) {
  await takeTurn()
  return children
}

/** The rows of a table, some of them in each turn. */
export function RowsInTurn<Row>(props: {
  rows: readonly Row[]
  children: (row: Row) => ReactNode
}): ReactNode {
  const { rows, children } = props
  if (rows.length <= stride) return rows.map(children)
  const parts = Math.ceil(rows.length / stride)
  return Array.from({ length: parts }, (_, part) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a page never move
    <InTurn key={part}>{rows.slice(part * stride, (part + 1) * stride).map(children)}</InTurn>
  ))
}
