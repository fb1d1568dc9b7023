import 'server-only'
import { everything } from '@/domain/cell'
import type { Figures } from '@/domain/figure'
import { rankUnits, toRow } from '@/domain/figure-row'
import { childrenOf, subtreeOf } from '@/domain/unit'
import type { UnitDossiers } from '../dossiers/stats'
import type { RatesContext } from './context'
import { coverageOf, resolvedBy } from './coverage'
import { isEverybodyShown, type RatesSource } from './source'

/** Each direct child with everything under it, and last what came in under the unit's own name. */
export function rowsByUnit(
  { tree, unit, t, halfMonths }: RatesContext,
  source: RatesSource,
  dossiers: ReadonlyMap<number, UnitDossiers>,
): Pick<Figures, 'rows' | 'order'> {
  const isOpen = isEverybodyShown(source, unit.id, halfMonths)
  const row = (key: string, label: string, units: readonly number[], isShown: boolean) => {
    const coverage = coverageOf(units, source.grid, everything, resolvedBy(dossiers))
    const group = source.grid.sum(units, everything)
    return toRow({ key, label, coverage }, group, { isHidden: !(isOpen && isShown) })
  }
  const children = childrenOf(tree, unit.id).map((child) =>
    row(
      child.code,
      child.name,
      subtreeOf(tree, child.id),
      isEverybodyShown(source, child.id, halfMonths),
    ),
  )
  const label = t('figures.row.own', { unit: unit.name })
  const isOwnShown = isEverybodyShown(source, unit.id, halfMonths, 'own')
  const own = row(unit.code, label, [unit.id], isOwnShown)
  const ranked = rankUnits(children)
  const hasOwn = own.status !== 'none' || children.length === 0
  return { order: ranked.order, rows: hasOwn ? [...ranked.rows, own] : ranked.rows }
}
