import box from '@/components/ui/box.module.css'
import { Button } from '@/components/ui/button'
import type { Translate } from '@/lib/i18n'
import styles from './dossier-choice.module.css'
import { presetOptions } from './period-options'
import { SelectField, type SelectOption } from './select-field'
import { TextField } from './text-field'

/** What a form says of unit and period, as typed; `period` is a preset's name or `days`. */
export type ChosenPeriod = Readonly<{
  period: string
  calendar: string
  year: string
  from: string
  to: string
}>

/** Unit and period: a preset of a year, or days of one's own. To be put into a form. */
export function DossierChoiceFields(props: {
  t: Translate
  units: readonly SelectOption[]
  years: readonly number[]
  unit: string
  chosen: ChosenPeriod
  invalid: boolean
}) {
  const { t, chosen, invalid } = props
  return (
    <div className={styles.fields}>
      <SelectField
        className={styles.unit}
        id="unit"
        label={t('label.unit')}
        value={props.unit}
        options={props.units}
      />
      <SelectField
        className={styles.quarter}
        id="period"
        label={t('label.period')}
        value={chosen.period}
        options={[...presetOptions(t), { value: 'days', label: t('dossiers.choice.days') }]}
        invalid={invalid}
      />
      <SelectField
        className={`${styles.narrow} ${styles.named}`}
        id="year"
        label={t('label.year')}
        value={chosen.year}
        options={props.years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <SelectField
        className={`${styles.quarter} ${styles.named}`}
        id="calendar"
        label={t('label.calendar')}
        value={chosen.calendar}
        options={(['calendar', 'decree'] as const).map((value) => ({
          value,
          label: t(`figures.page.calendar.${value}`),
        }))}
      />
      {(['from', 'to'] as const).map((id) => (
        <TextField
          key={id}
          className={`${styles.narrow} ${styles.days}`}
          id={id}
          type="date"
          compact
          label={t(`label.${id}`)}
          defaultValue={chosen[id]}
          invalid={invalid}
        />
      ))}
    </div>
  )
}

/** The same as a form of its own, whose address is the choice. */
export function DossierChoice(
  props: Parameters<typeof DossierChoiceFields>[0] & { action: string },
) {
  const { t } = props
  return (
    <form
      method="get"
      action={props.action}
      className={box.card}
      aria-label={t('dossiers.choice.title')}
    >
      <DossierChoiceFields {...props} />
      <Button type="submit" look="quiet" size="compact">
        {t('dossiers.choice.submit')}
      </Button>
    </form>
  )
}
