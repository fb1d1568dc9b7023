import 'server-only'
import type { Figures } from '@/domain/figure'
import { rankUnits, toRow } from '@/domain/figure-row'
import { everything, type Hidden, ownId, underId } from '@/domain/grid'
import { childrenOf, subtreeOf } from '@/domain/unit'
import type { UnitDossiers } from './dossier-stats'
import type { RatesContext } from './rates-context'
import { coverageOf, resolvedBy } from './rates-coverage'
import type { RatesSource } from './rates-source'

/** Each direct child with everything under it, and last what came in under the unit's own name. */
export function rowsByUnit(
  { tree, unit, t }: RatesContext,
  { grid }: RatesSource,
  hidden: Hidden,
  dossiers: ReadonlyMap<number, UnitDossiers>,
): Pick<Figures, 'rows' | 'order'> {
  const row = (key: string, label: string, units: readonly number[], cellId: string) => {
    const isHidden = hidden.has(cellId)
    const coverage = coverageOf(units, grid, everything, resolvedBy(dossiers))
    const shown = toRow({ key, label }, grid.sum(units, everything), { isHidden })
    return shown.status === 'suppressed' ? shown : { ...shown, coverage }
  }
  const children = childrenOf(tree, unit.id).map((child) =>
    row(child.code, child.name, subtreeOf(tree, child.id), underId(child.id, everything)),
  )
  const label = t('figures.row.own', { unit: unit.name })
  const own = row(unit.code, label, [unit.id], ownId(unit.id, everything))
  const ranked = rankUnits(children)
  const hasOwn = own.status !== 'none' || children.length === 0
  return { order: ranked.order, rows: hasOwn ? [...ranked.rows, own] : ranked.rows }
}
