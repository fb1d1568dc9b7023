import 'server-only'
import { everything } from '@/domain/cell'
import type { FigureRow } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { restOf } from '@/domain/group'
import { placeItem, unknown } from '@/domain/place-item'
import { type Desk, listDesks } from '../units/desks'
import type { RatesContext } from './context'
import type { Places } from './reading'

/**
 * Every desk of the unit and of those under it. A desk's key is its code, with its unit's code before
 * it where the desk is a sub-unit's; people without a desk stand in one row per unit.
 */
export async function rowsByDesk(
  context: RatesContext,
  { grid, hiding }: Places,
): Promise<FigureRow[]> {
  const { under, unit } = context
  const desks = await listDesks(under)
  const isOpen = hiding.isShown(unit.id, everything)
  const ordered = [unit.id, ...under.filter((id) => id !== unit.id)]
  return ordered.flatMap((id) => {
    const own = desks.filter((desk) => desk.unitId === id)
    const items = own.map((desk) => placeItem('desk', String(desk.id)))
    const groups = items.map((item) => grid.own(id, item))
    const rest = restOf(grid.own(id, everything), groups)
    return [...own, undefined].flatMap((desk, index): FigureRow[] => {
      const group = groups[index] ?? rest
      if (!desk && group.people === 0) return []
      const isShown = hiding.isOwnShown(id, items[index] ?? placeItem('desk', unknown))
      return [toRow(headOf(context, id, desk), group, { isHidden: !(isOpen && isShown) })]
    })
  })
}

function headOf({ unit, tree, t }: RatesContext, unitId: number, desk: Desk | undefined) {
  const code = desk?.code ?? unknown
  const label = desk?.label ?? t('figures.row.unknown.desk')
  if (unitId === unit.id) return { key: code, label }
  const owner = tree.byId.get(unitId)
  return { key: `${owner?.code}/${code}`, label: `${label} · ${owner?.name}` }
}
