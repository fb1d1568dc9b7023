import type { ReactNode } from 'react'
import box from '@/components/ui/box.module.css'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import type { PeriodChoice } from '@/domain/period-choice'
import type { Translate } from '@/lib/i18n'
import styles from './filter-form.module.css'
import { presetLabel, presetOptions } from './period-options'
import { SelectField, type SelectGroup, type SelectOption } from './select-field'

type Props = Readonly<{
  t: Translate
  /** The page that the choice is for. */
  path: string
  units: readonly SelectOption[]
  surveys: readonly SelectOption[]
  years: readonly number[]
  chosen: Readonly<{ unit: string; survey: string; period: PeriodChoice }>
  isPeriodWrong: boolean
  /** What this page asks for besides. */
  children?: ReactNode
}>

/** Unit, survey and period; a plain GET form, so that the address is the filter. Folded away on a phone, unless wrong. */
export function FilterForm(props: Props) {
  const form = <Fields {...props} />
  if (props.isPeriodWrong) return form
  return (
    <Sheet id="filter" button={props.t('figures.page.filter.open')}>
      {form}
    </Sheet>
  )
}

function Fields(props: Props) {
  const { t, units, surveys, years, chosen, isPeriodWrong } = props
  const { preset, calendar, year, start, end } = chosen.period
  const months = years.map((one) => monthsOfYear(one))
  return (
    <form
      method="get"
      action={props.path}
      className={`${box.screen} ${styles.form}`}
      aria-label={t('figures.page.filter.title')}
    >
      <SelectField
        className={styles.wide}
        id="unit"
        label={t('label.unit')}
        value={chosen.unit}
        options={units}
      />
      <SelectField
        className={styles.wide}
        id="survey"
        label={t('label.survey')}
        value={chosen.survey}
        options={surveys}
      />
      <SelectField
        className={styles.wide}
        id="period"
        label={t('label.period')}
        value={preset}
        options={[...presetOptions(t), { value: 'range', label: presetLabel('range', t) }]}
        invalid={isPeriodWrong}
      />
      <SelectField
        className={`${styles.named} ${styles.year}`}
        id="year"
        label={t('label.year')}
        value={String(year)}
        options={years.map((one) => ({ value: String(one), label: String(one) }))}
      />
      <SelectField
        className={styles.named}
        id="calendar"
        label={t('label.calendar')}
        value={calendar}
        options={(['calendar', 'decree'] as const).map((value) => ({
          value,
          label: t(`figures.page.calendar.${value}`),
        }))}
      />
      <SelectField
        className={styles.months}
        id="start"
        label={t('figures.page.filter.start')}
        value={start}
        options={months}
      />
      <SelectField
        className={styles.months}
        id="end"
        label={t('figures.page.filter.end')}
        value={end}
        options={months}
      />
      {props.children}
      <div className={styles.submit}>
        <Button type="submit" size="compact">
          {t('figures.page.filter.submit')}
        </Button>
      </div>
    </form>
  )
}

function monthsOfYear(year: number): SelectGroup {
  const options = Array.from({ length: 12 }, (_, index) => {
    const month = String(index + 1).padStart(2, '0')
    return { value: `${year}-${month}`, label: `${month}/${year}` }
  })
  return { label: String(year), options }
}
