import 'server-only'
import type { FigureRow } from '@/domain/figure'
import { placeItem, unknown } from '@/domain/place-item'
import { fieldLabel } from '@/lib/field-label'
import type { UnitDossiers } from '../dossiers/stats'
import { listFields } from '../units/fields'
import { rowsByPlace } from './by-place'
import type { RatesContext } from './context'
import { coverageOf, resolvedByField } from './coverage'
import type { Places } from './reading'

/** Fields of procedures, each beside the dossiers resolved in it. */
export async function rowsByField(
  context: RatesContext,
  places: Places,
  dossiers: ReadonlyMap<number, UnitDossiers>,
): Promise<FigureRow[]> {
  const fields = await listFields()
  const fieldOf = (id: string) => fields.find((field) => String(field.id) === id)
  const unknownLabel = context.t('figures.row.unknown.field')
  const labelOf = (id: string) => {
    const field = fieldOf(id)
    return field ? fieldLabel(field, fields, context.t) : unknownLabel
  }
  return rowsByPlace(context, places, 'field', labelOf).map((row) => {
    if (row.key === unknown) return row
    const key = fieldOf(row.key)?.code ?? row.key
    if (row.status === 'suppressed') return { ...row, key }
    const resolvedOf = resolvedByField(dossiers, Number(row.key))
    const item = placeItem('field', row.key)
    return { ...row, key, coverage: coverageOf(context.under, places.grid, item, resolvedOf) }
  })
}
