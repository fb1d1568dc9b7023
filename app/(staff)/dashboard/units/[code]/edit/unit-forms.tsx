import { FormCard } from '@/components/staff/form-card'
import { SelectField } from '@/components/staff/select-field'
import { TextField } from '@/components/staff/text-field'
import { localDay } from '@/domain/period'
import { plantTree, subtreeOf, type Unit } from '@/domain/unit'
import type { Translate } from '@/lib/i18n'
import { unitOptions } from '../../../unit-options'
import { unitHref } from '../../addresses'
import { factsOf, UnitFields } from '../../unit-fields'

export type PartProps = Readonly<{
  unit: Unit
  units: readonly Unit[]
  params: URLSearchParams
  t: Translate
}>

/** What the unit is called and when it works. */
export function FactsForm({ unit, params, t }: PartProps) {
  const { name, level, validFrom, validTo } = unit
  const stored = { name, level, validFrom: validFrom ?? '', validTo: validTo ?? '' }
  return (
    <FormCard
      title={t('offices.edit.title')}
      action={`${unitHref(unit.code)}/facts`}
      submit={t('offices.edit.save')}
    >
      <UnitFields
        values={params.has('problem') && params.has('level') ? factsOf(params) : stored}
        wrong={params.get('field')}
        t={t}
      />
    </FormCard>
  )
}

/** Takes a merger back. */
export function ReviveForm({ unit, units, t }: PartProps) {
  const name = units.find(({ id }) => id === unit.successorId)?.name ?? ''
  return (
    <FormCard
      title={t('offices.revive.title')}
      note={t('offices.revive.note', { name })}
      action={`${unitHref(unit.code)}/revive`}
      submit={t('offices.revive.submit')}
      quiet
    />
  )
}

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
