import { FormCard } from '@/components/staff/form-card'
import type { Unit } from '@/domain/unit'
import type { Translate } from '@/lib/i18n'
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
