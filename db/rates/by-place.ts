import 'server-only'
import { everything } from '@/domain/cell'
import type { FigureRow } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { restOf } from '@/domain/group'
import { type PlaceSlice, placeItem, unknown } from '@/domain/place-item'
import type { RatesContext } from './context'
import { listItems } from './places'
import type { Places } from './reading'

/** One row per item that occurs, and one for those of whom it is not known; labels come from the caller. */
export function rowsByPlace(
  { unit, under }: RatesContext,
  { grid, hiding }: Places,
  slice: PlaceSlice,
  labelOf: (item: string) => string,
): FigureRow[] {
  const items = listItems(slice, under, grid)
  const groups = items.map((item) => grid.sum(under, placeItem(slice, item)))
  const rest = restOf(grid.sum(under, everything), groups)
  return [...items, unknown].flatMap((item, index): FigureRow[] => {
    const group = groups[index] ?? rest
    if (group.people === 0) return []
    const isHidden = !hiding.isShown(unit.id, placeItem(slice, item))
    return [toRow({ key: item, label: labelOf(item) }, group, { isHidden })]
  })
}
