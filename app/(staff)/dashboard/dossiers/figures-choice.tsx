import { SelectField } from '@/components/staff/select-field'
import { Button } from '@/components/ui/button'
import type { Locale } from '@/domain/survey'
import type { Unit } from '@/domain/unit'
import { translator } from '@/lib/i18n'
import { unitOptions } from '../unit-options'
import { dossiersPath } from './frame'
import styles from './page.module.css'

/** Of which unit and year the statistics are shown. */
export function Choice(props: {
  offered: readonly Unit[]
  code: string
  years: readonly number[]
  year: number
  locale: Locale
}) {
  const t = translator(props.locale)
  return (
    <form method="get" action={dossiersPath} className={styles.choice}>
      <div>
        <SelectField
          id="unit"
          label={t('dossiers.choice.unit')}
          value={props.code}
          options={unitOptions(props.offered)}
        />
      </div>
      <div>
        <SelectField
          id="year"
          label={t('dossiers.choice.year')}
          value={String(props.year)}
          options={props.years.map((year) => ({ value: String(year), label: String(year) }))}
        />
      </div>
      <Button type="submit" look="quiet" size="compact">
        {t('dossiers.choice.show')}
      </Button>
    </form>
  )
}
