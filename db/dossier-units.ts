import 'server-only'
import type { Scope } from '@/domain/access'
import { plantTree, subtreeOf, type Unit } from '@/domain/unit'
import { listUnitsFor } from './units'

/** The unit with everything under it, as far as the person enters statistics there; null where they do not. */
export async function findDossierUnits(
  scope: Scope,
  unitCode: string,
): Promise<readonly [Unit, ...Unit[]] | null> {
  const units = await listUnitsFor(scope, 'dossiers')
  const unit = units.find(({ code }) => code === unitCode)
  if (!unit) return null
  const tree = plantTree(units)
  const under = subtreeOf(tree, unit.id).flatMap((id) => tree.byId.get(id) ?? [])
  return [unit, ...under.filter(({ id }) => id !== unit.id)]
}
