import { FormCard } from '@/components/staff/form-card'
import { TextField } from '@/components/staff/text-field'
import { longestDesk } from '@/db/units/desks'
import { unitHref } from '../addresses'
import type { Props } from './desks'

/** A new desk. */
export function DeskForm({ unit, t, params }: Props) {
  return (
    <FormCard
      title={t('devices.desk.title')}
      action={`${unitHref(unit.code)}/desk`}
      submit={t('devices.desk.submit')}
      quiet
    >
      <DeskInputs params={params} t={t} />
    </FormCard>
  )
}

/** Number and name of a desk, as they were typed. */
export const DeskInputs = ({ params, t }: Pick<Props, 'params' | 't'>) =>
  (['code', 'label'] as const).map((name) => (
    <TextField
      key={name}
      id={name}
      label={t(`devices.desk.${name}`)}
      defaultValue={params.get(name) ?? ''}
      maxLength={longestDesk[name]}
      required
      invalid={params.get('field') === name}
    />
  ))
