import box from '@/components/ui/box.module.css'
import { Button } from '@/components/ui/button'
import type { Translate } from '@/lib/i18n'
import styles from './audit-filter-form.module.css'
import { SelectField, type SelectOption } from './select-field'
import { TextField } from './text-field'

/** A plain form into the address: what to look for in the audit log. */
export function AuditFilterForm(props: {
  t: Translate
  action: string
  chosen: Readonly<Record<'action' | 'unit' | 'actor' | 'from' | 'to', string>>
  actions: readonly SelectOption[]
  units: readonly SelectOption[]
  people: readonly SelectOption[]
  wrong: string | undefined
}) {
  const { t, chosen, wrong } = props
  return (
    <form
      method="get"
      action={props.action}
      className={`${box.screen} ${styles.form}`}
      aria-label={t('audit.filter.title')}
    >
      <SelectField
        id="action"
        label={t('audit.filter.action')}
        value={chosen.action}
        options={props.actions}
      />
      <SelectField id="unit" label={t('label.unit')} value={chosen.unit} options={props.units} />
      <SelectField
        id="actor"
        label={t('audit.filter.actor')}
        value={chosen.actor}
        options={props.people}
      />
      {(['from', 'to'] as const).map((day) => (
        <TextField
          key={day}
          id={day}
          label={t(`label.${day}`)}
          type="date"
          compact
          defaultValue={chosen[day]}
          invalid={wrong === day}
        />
      ))}
      <Button type="submit" size="compact">
        {t('button.show')}
      </Button>
    </form>
  )
}
