import { FormCard } from '@/components/staff/form-card'
import { unitAtStart } from '@/db/installation/first-start'
import { unitHref } from '../../units/addresses'
import { factsOf, UnitFields } from '../../units/unit-fields'
import { type StepProps, setupMark } from './mark'

/** The real name and level of the unit that first start has made. */
export function UnitStep({ unit, params, t }: StepProps) {
  const { name, level, validFrom, validTo } = unit
  const stored = {
    name,
    // Most offices are communes, and none has said yet what it is.
    level: name === unitAtStart.name && level === unitAtStart.level ? 'xa' : level,
    validFrom: validFrom ?? '',
    validTo: validTo ?? '',
  }
  return (
    <FormCard
      title={t('setup.guide.unit.title')}
      action={`${unitHref(unit.code)}/facts`}
      submit={t('setup.guide.save')}
      values={setupMark('unit', unit)}
    >
      <UnitFields
        values={params.has('problem') && params.has('level') ? factsOf(params) : stored}
        wrong={params.get('field')}
        t={t}
        withoutDays
      />
    </FormCard>
  )
}
