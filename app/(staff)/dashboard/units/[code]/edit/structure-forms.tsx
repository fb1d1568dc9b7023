import { FormCard } from '@/components/staff/form-card'
import { SelectField } from '@/components/staff/select-field'
import { TextField } from '@/components/staff/text-field'
import { localDay } from '@/domain/period'
import { plantTree, subtreeOf, type Unit } from '@/domain/unit'
import { unitOptions } from '../../../unit-options'
import { unitHref } from '../../addresses'
import type { PartProps } from './unit-forms'

/** Puts the unit under another one. */
export function MoveForm({ unit, units, params, t }: PartProps) {
  const options = others(unit, units)
  const parent = units.find(({ id }) => id === unit.parentId)
  if (options.length === 0) return null
  return (
    <FormCard
      title={t('offices.move.title')}
      note={t('offices.move.note')}
      action={`${unitHref(unit.code)}/move`}
      submit={t('offices.move.submit')}
      quiet
    >
      <SelectField
        id="parent"
        label={t('label.parent')}
        value={params.get('parent') ?? parent?.code ?? ''}
        options={parent ? options : [{ value: '', label: t('offices.top') }, ...options]}
        invalid={params.get('field') === 'parent'}
      />
    </FormCard>
  )
}

/** Ends the unit, with another that takes over. */
export function MergeForm({ unit, units, params, t }: PartProps) {
  const options = others(unit, units)
  if (options.length === 0) return null
  return (
    <FormCard
      title={t('offices.merge.title')}
      note={t('offices.merge.note')}
      action={`${unitHref(unit.code)}/merge`}
      submit={t('offices.merge.submit')}
      quiet
    >
      <SelectField
        id="successor"
        label={t('offices.merge.successor')}
        value={params.get('successor') ?? ''}
        options={[{ value: '', label: t('offices.merge.choose') }, ...options]}
        invalid={params.get('field') === 'successor'}
      />
      <TextField
        id="day"
        type="date"
        label={t('offices.merge.day')}
        defaultValue={params.get('day') ?? localDay(Date.now())}
        required
        invalid={params.get('field') === 'day'}
      />
    </FormCard>
  )
}

/** Every unit but this one and those under it. */
function others(unit: Unit, units: readonly Unit[]) {
  const below = new Set(subtreeOf(plantTree(units), unit.id))
  return unitOptions(units.filter(({ id }) => !below.has(id)))
}
