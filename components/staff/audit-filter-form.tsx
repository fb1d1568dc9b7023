import { Button } from '@/components/ui/button'
import styles from './audit-filter-form.module.css'
import { SelectField, type SelectOption } from './select-field'
import { TextField } from './text-field'

/** A plain form into the address: what to look for in the audit log. */
export function AuditFilterForm(props: {
  title: string
  action: string
  words: Readonly<Record<'action' | 'unit' | 'actor' | 'from' | 'to' | 'show', string>>
  chosen: Readonly<Record<'action' | 'unit' | 'actor' | 'from' | 'to', string>>
  actions: readonly SelectOption[]
  units: readonly SelectOption[]
  people: readonly SelectOption[]
  wrong: string | undefined
}) {
  const { words, chosen, wrong } = props
  return (
    <form method="get" action={props.action} className={styles.form} aria-label={props.title}>
      <SelectField id="action" label={words.action} value={chosen.action} options={props.actions} />
      <SelectField id="unit" label={words.unit} value={chosen.unit} options={props.units} />
      <SelectField id="actor" label={words.actor} value={chosen.actor} options={props.people} />
      {(['from', 'to'] as const).map((day) => (
        <TextField
          key={day}
          id={day}
          label={words[day]}
          type="date"
          compact
          defaultValue={chosen[day]}
          invalid={wrong === day}
        />
      ))}
      <Button type="submit" size="compact">
        {words.show}
      </Button>
    </form>
  )
}
