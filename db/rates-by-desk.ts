import 'server-only'
import type { FigureRow } from '@/domain/figure'
import { toRow } from '@/domain/figure-row'
import { everything, hideOwnItems, ownId } from '@/domain/grid'
import { restOf } from '@/domain/group'
import { type Desk, listDesks } from './desks'
import { readSlice, unknown } from './rates-by-place'
import type { RatesContext } from './rates-context'
import type { RatesSource } from './rates-source'

/**
 * Every desk of the unit and of those under it. A desk's key is its code, with its unit's code before
 * it where the desk is a sub-unit's; people without a desk stand in one row per unit.
 */
export async function rowsByDesk(context: RatesContext, source: RatesSource): Promise<FigureRow[]> {
  const { tree, root, all, under, unit } = context
  const grid = await readSlice(context, source, 'desk')
  const desks = await listDesks(all)
  const items = new Map(
    all.map((id) => {
      const own = desks.filter((desk) => desk.unitId === id).map((desk) => String(desk.id))
      return [id, [...new Set([...own, ...grid.items([id])])]]
    }),
  )
  for (const [id, own] of items) {
    const everybody = source.grid.own(id, everything)
    grid.add(
      id,
      unknown,
      restOf(
        everybody,
        own.map((item) => grid.own(id, item)),
      ),
    )
    grid.add(id, everything, everybody)
    own.push(unknown)
  }
  const hidden = hideOwnItems(tree, root, grid, (id) => items.get(id) ?? [])
  const ordered = [unit.id, ...under.filter((id) => id !== unit.id)]
  return ordered.flatMap((id) =>
    (items.get(id) ?? []).flatMap((item) => {
      const group = grid.own(id, item)
      const desk = desks.find((one) => String(one.id) === item)
      if (!desk && group.people === 0) return []
      return [toRow(headOf(context, id, desk), group, { isHidden: hidden.has(ownId(id, item)) })]
    }),
  )
}

function headOf({ unit, tree, t }: RatesContext, unitId: number, desk: Desk | undefined) {
  const code = desk?.code ?? unknown
  const label = desk?.label ?? t('figures.row.unknown.desk')
  if (unitId === unit.id) return { key: code, label }
  const owner = tree.byId.get(unitId)
  return { key: `${owner?.code}/${code}`, label: `${label} · ${owner?.name}` }
}
