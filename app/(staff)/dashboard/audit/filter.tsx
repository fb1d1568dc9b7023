import { AuditFilterForm } from '@/components/staff/audit-filter-form'
import { listAuditPeople } from '@/db/audit/list'
import type { listUnitsFor } from '@/db/units/units'
import type { Scope } from '@/domain/access'
import type { AuditFilter } from '@/domain/audit-filter'
import { messagesFor, type Translate } from '@/lib/i18n'
import { unitOptions } from '../unit-options'

/** What may be asked of the log: acts, units and people that there are. */
export async function Filter(props: {
  path: string
  scope: Scope
  filter: AuditFilter
  t: Translate
  units: Awaited<ReturnType<typeof listUnitsFor>>
  wrong: string | undefined
}) {
  const { scope, filter, t, units } = props
  const all = { value: '', label: t('label.all') }
  const people = await listAuditPeople(scope)
  const known = Object.entries(messagesFor(t.locale).audit.actions).map(([value, label]) => ({
    value,
    label,
  }))
  return (
    <AuditFilterForm
      t={t}
      action={props.path}
      chosen={filter}
      wrong={props.wrong}
      actions={[all, ...known.toSorted((a, b) => a.label.localeCompare(b.label, t.locale))]}
      units={[all, ...unitOptions(units)]}
      people={[
        all,
        ...people.map(({ id, name, email }) => ({
          value: String(id),
          label: `${name} (${email})`,
        })),
      ]}
    />
  )
}
