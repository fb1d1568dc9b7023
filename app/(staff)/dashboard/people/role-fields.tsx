import { SelectField } from '@/components/staff/select-field'
import { listUnitsFor } from '@/db/units/units'
import { roles, type Scope } from '@/domain/access'
import type { Translate } from '@/lib/i18n'
import { firstUnit, unitOptions } from '../unit-options'

/** A role, and a unit where the administrator may give it. */
export async function RoleFields({ scope, t }: { scope: Scope; t: Translate }) {
  const units = await listUnitsFor(scope, 'administration')
  return (
    <>
      <SelectField
        id="role"
        label={t('label.role')}
        value="viewer"
        options={roles.map((role) => ({ value: role, label: t(`people.roleLong.${role}`) }))}
      />
      <SelectField
        id="unit"
        label={t('label.unit')}
        value={firstUnit(units)?.code ?? ''}
        options={unitOptions(units)}
      />
    </>
  )
}

/** What a form says of them. */
export const typedRole = (form: URLSearchParams) => ({
  role: form.get('role') ?? '',
  unitCode: form.get('unit') ?? '',
})
