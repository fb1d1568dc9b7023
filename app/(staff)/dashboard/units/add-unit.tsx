import { FormCard } from '@/components/staff/form-card'
import { FormColumns } from '@/components/staff/form-columns'
import { SelectField } from '@/components/staff/select-field'
import { TextField } from '@/components/staff/text-field'
import { firstUnit, unitOptions } from '../unit-options'
import { UnitFields } from './unit-fields'
import type { PartProps } from './unit-tree'

/** A new unit under one of the person's. */
export function AddForm(props: PartProps & Readonly<{ mayStandOnTop: boolean }>) {
  const { units, params, t, mayStandOnTop } = props
  const of = (name: string) => params.get(name) ?? ''
  const options = unitOptions(units)
  return (
    <FormColumns id="add">
      <FormCard
        title={t('offices.add.title')}
        action="/dashboard/unit-list/add"
        submit={t('offices.add.submit')}
      >
        <SelectField
          id="parent"
          label={t('label.parent')}
          value={params.get('parent') ?? firstUnit(units)?.code ?? ''}
          options={mayStandOnTop ? [...options, { value: '', label: t('offices.top') }] : options}
        />
        <TextField
          id="code"
          label={t('offices.form.code')}
          defaultValue={of('code')}
          maxLength={40}
          required
          invalid={of('field') === 'code'}
        />
        <UnitFields
          values={{
            name: of('name'),
            level: of('level') || 'xa',
            validFrom: of('validFrom'),
            validTo: of('validTo'),
          }}
          wrong={params.get('field')}
          t={t}
        />
      </FormCard>
    </FormColumns>
  )
}
