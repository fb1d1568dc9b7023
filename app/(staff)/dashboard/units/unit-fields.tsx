import { SelectField } from '@/components/staff/select-field'
import { TextField } from '@/components/staff/text-field'
import { unitLevels } from '@/domain/unit'
import { longestUnitName, type UnitFactsInput } from '@/domain/unit-facts'
import type { Translate } from '@/lib/i18n'
import styles from './page.module.css'

const days = ['validFrom', 'validTo'] as const

/** Name, level and days of a unit; `wrong` is the name of the one with a problem. Days may stay as they are, unseen. */
export function UnitFields(props: {
  values: UnitFactsInput
  wrong: string | null
  t: Translate
  withoutDays?: true
}) {
  const { values, wrong, t } = props
  return (
    <>
      <TextField
        id="name"
        label={t('offices.form.name')}
        defaultValue={values.name}
        maxLength={longestUnitName}
        required
        invalid={wrong === 'name'}
      />
      <SelectField
        id="level"
        label={t('label.level')}
        value={values.level}
        options={unitLevels.map((level) => ({ value: level, label: t(`offices.level.${level}`) }))}
        invalid={wrong === 'level'}
      />
      {props.withoutDays ? (
        days.map((name) => <input key={name} type="hidden" name={name} value={values[name]} />)
      ) : (
        <div className={styles.pair}>
          {days.map((name) => (
            <TextField
              key={name}
              id={name}
              type="date"
              label={t(`offices.form.${name}`)}
              defaultValue={values[name]}
              invalid={wrong === name}
            />
          ))}
        </div>
      )}
    </>
  )
}

/** What they hold in a form, or in an address that leads back to it. */
export const factsOf = (form: URLSearchParams): UnitFactsInput => ({
  name: form.get('name') ?? '',
  level: form.get('level') ?? '',
  validFrom: form.get('validFrom') ?? '',
  validTo: form.get('validTo') ?? '',
})
