import 'server-only'
import { channels, touchpoints } from '@/domain/door'
import type { FigureRow } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { everything, Grid, hideInTree, underId } from '@/domain/grid'
import { type Group, groupOf, groupOfCell, restOf } from '@/domain/group'
import { isMember } from '@/domain/series'
import type { RatesContext } from './rates-context'
import { overallSheets, type RatesSource } from './rates-source'
import { type SummedCell, sumCells } from './tally-cells'

/** Slices whose items part everybody; who is in none of them stands in a row of their own. */
export type PlaceSlice = 'field' | 'touchpoint' | 'channel' | 'mode'

/** The item of people of whom it is not known. */
export const unknown = 'unknown'

/** The grid of a slice, everybody included, and the items that occur in a fixed order. */
export async function readPlaces(
  context: RatesContext,
  source: RatesSource,
  slice: PlaceSlice,
): Promise<{ grid: Grid; items: string[] }> {
  const grid = await readSlice(context, source, slice)
  if (slice === 'channel') {
    for (const sheet of overallSheets(source)) {
      grid.add(sheet.unitId, sheet.channel, groupOf(sheet.levels))
    }
  }
  const items = inOrder(slice, grid.items(context.all))
  for (const unit of context.all) {
    const known = items.map((item) => grid.own(unit, item))
    grid.add(unit, unknown, restOf(source.grid.own(unit, everything), known))
    grid.add(unit, everything, source.grid.own(unit, everything))
  }
  return { grid, items: [...items, unknown] }
}

export async function readSlice(
  { versions, all, halfMonths }: RatesContext,
  { series }: RatesSource,
  slice: PlaceSlice | 'desk',
): Promise<Grid> {
  const pooled = versions.filter(({ rowId }) => isMember(series, rowId))
  const versionIds = pooled.map(({ rowId }) => rowId)
  const cells = await sumCells({ versionIds, slices: [slice], unitIds: all, halfMonths })
  return gridOf(cells)
}

/** One row per item that occurs; labels come from the caller. */
export async function rowsByPlace(
  context: RatesContext,
  source: RatesSource,
  slice: PlaceSlice,
  labelOf: (item: string) => string,
): Promise<{ rows: FigureRow[]; grid: Grid }> {
  const { grid, items } = await readPlaces(context, source, slice)
  const hidden = hideInTree(context.tree, context.root, grid, [{ whole: everything, parts: items }])
  const rows = items.flatMap((item): FigureRow[] => {
    const group: Group = grid.sum(context.under, item)
    if (group.people === 0) return []
    const isHidden = hidden.has(underId(context.unit.id, item))
    return [toRow({ key: item, label: labelOf(item) }, group, { isHidden })]
  })
  return { rows, grid }
}

function gridOf(cells: readonly SummedCell[]): Grid {
  const grid = new Grid()
  for (const { unitId, item, cell, n } of cells) grid.add(unitId, item, groupOfCell(cell, n))
  return grid
}

function inOrder(slice: PlaceSlice, items: readonly string[]): string[] {
  const known: readonly string[] =
    slice === 'channel' ? channels : slice === 'touchpoint' ? touchpoints : []
  const place = (item: string) => (known.includes(item) ? known.indexOf(item) : known.length)
  return items.toSorted(
    (a, b) => place(a) - place(b) || a.localeCompare(b, 'en', { numeric: true }),
  )
}
