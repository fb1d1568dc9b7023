import { HiddenFields } from '@/components/staff/hidden-fields'
import { SelectField } from '@/components/staff/select-field'
import { TextField } from '@/components/staff/text-field'
import box from '@/components/ui/box.module.css'
import { Button } from '@/components/ui/button'
import type { Day } from '@/domain/period'
import type { Source } from '@/domain/sign/sign'
import type { Unit } from '@/domain/unit'
import type { Translate } from '@/lib/i18n'
import styles from './page.module.css'
import { sourceName } from './sign-words'

/** The way to responses that stand out to nobody but somebody who was there: by place and day. */
export function DayForm(props: {
  sources: readonly Source[]
  units: ReadonlyMap<number, Unit>
  query: URLSearchParams
  day: Day
  t: Translate
}) {
  const { sources, units, query, day, t } = props
  // A unit's name once above its own: before each it would leave no room for the rest.
  const groups = [...new Set(sources.map(({ unitId }) => unitId))].map((unitId) => ({
    label: units.get(unitId)?.name ?? '',
    options: sources
      .filter((source) => source.unitId === unitId)
      .map((source) => ({ value: source.key, label: sourceName(source, t) })),
  }))
  return (
    <form
      method="get"
      action="/dashboard/signs/responses"
      className={box.card}
      aria-labelledby="day-title"
    >
      <h2 id="day-title">{t('signs.day.title')}</h2>
      <p className={box.hint}>{t('signs.day.note')}</p>
      <HiddenFields values={Object.fromEntries(query)} />
      <div className={styles.fields}>
        <SelectField
          id="source"
          label={t('signs.day.source')}
          value={sources[0]?.key ?? ''}
          options={groups}
        />
        <TextField
          id="day"
          type="date"
          label={t('signs.day.on')}
          compact
          defaultValue={day}
          required
        />
        <Button type="submit" look="quiet" size="compact">
          {t('signs.day.submit')}
        </Button>
      </div>
    </form>
  )
}
