import { FormCard } from '@/components/staff/form-card'
import { TextField } from '@/components/staff/text-field'
import { longestDesk } from '@/db/units/desks'
import { unitHref } from '../addresses'
import type { Props } from './desks'

/** A new desk. */
export function DeskForm({ unit, t, params }: Props) {
  const isWrong = (name: string) => params.get('field') === name
  return (
    <FormCard
      title={t('devices.desk.title')}
      action={`${unitHref(unit.code)}/desk`}
      submit={t('devices.desk.submit')}
      quiet
    >
      <TextField
        id="code"
        label={t('devices.desk.code')}
        defaultValue={params.get('code') ?? ''}
        maxLength={longestDesk.code}
        required
        invalid={isWrong('code')}
      />
      <TextField
        id="label"
        label={t('devices.desk.label')}
        defaultValue={params.get('label') ?? ''}
        maxLength={longestDesk.label}
        required
        invalid={isWrong('label')}
      />
    </FormCard>
  )
}
