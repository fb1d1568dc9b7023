import { FormCard } from '@/components/staff/form-card'
import { SelectField } from '@/components/staff/select-field'
import type { Day } from '@/domain/period'
import { hasEnded, type Unit } from '@/domain/unit'
import type { Translate } from '@/lib/i18n'
import { firstUnit, unitOptions } from '../unit-options'
import { DeskInputs } from '../units/[code]/desk-form'

type Props = Readonly<{ units: readonly Unit[]; t: Translate; today: Day }>

/** Adds a desk to one of these units that has not ended. */
export function DeskForm({ units, t, today }: Props) {
  const inUse = units.filter((unit) => !hasEnded(unit, today))
  return (
    <FormCard
      title={t('devices.desk.title')}
      action="/dashboard/devices/desk"
      submit={t('devices.desk.submit')}
      quiet
    >
      <SelectField
        id="unit"
        label={t('label.unit')}
        value={firstUnit(inUse)?.code ?? ''}
        options={unitOptions(inUse)}
      />
      <DeskInputs params={new URLSearchParams()} t={t} />
    </FormCard>
  )
}
