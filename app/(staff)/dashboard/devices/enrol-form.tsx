import { CheckList } from '@/components/staff/check-list'
import { FormCard } from '@/components/staff/form-card'
import type { FieldValues } from '@/components/staff/hidden-fields'
import { SelectField } from '@/components/staff/select-field'
import { TextField } from '@/components/staff/text-field'
import { Notice } from '@/components/ui/notice'
import { listTabletSurveys } from '@/db/devices/view'
import { listOpenDesks } from '@/db/units/desks'
import { localDay } from '@/domain/period'
import { hasEnded, type Unit } from '@/domain/unit'
import type { Translate } from '@/lib/i18n'
import { say } from '@/lib/words'

type Props = Readonly<{
  units: readonly Unit[]
  t: Translate
  now: number
  title?: string
  /** The surveys that are ticked to begin with; without them the first. */
  chosen?: readonly string[]
  /** What goes along with the form. */
  values?: FieldValues
}>

/** Makes a one-time code for a tablet at a desk of these units. */
export async function EnrolForm({ units, t, now, title, chosen, values = {} }: Props) {
  const [desks, surveys] = await Promise.all([
    listOpenDesks(units.map(({ id }) => id)),
    listTabletSurveys(now),
  ])
  const groups = units
    .filter((unit) => !hasEnded(unit, localDay(now)))
    .map(({ id, name }) => ({
      label: name,
      options: desks
        .filter((desk) => desk.unitId === id)
        .map((desk) => ({ value: String(desk.id), label: `${desk.label} (${desk.code})` })),
    }))
    .filter(({ options }) => options.length > 0)
  if (groups.length === 0 || surveys.length === 0) {
    return (
      <Notice title={title ?? t('devices.enrol.title')}>
        {t(groups.length === 0 ? 'devices.enrol.noDesk' : 'home.noSurvey')}
      </Notice>
    )
  }
  return (
    <FormCard
      title={title ?? t('devices.enrol.title')}
      note={t('devices.enrol.note')}
      action="/dashboard/devices/code"
      submit={t('devices.enrol.submit')}
      values={values}
    >
      <SelectField
        id="desk"
        label={t('label.desk')}
        value={groups[0]?.options[0]?.value ?? ''}
        options={groups}
      />
      <CheckList
        id="surveys"
        label={t('devices.enrol.surveys')}
        options={surveys.map(({ code, title }) => ({ value: code, label: say(title, t.locale) }))}
        checked={chosen ?? surveys.slice(0, 1).map(({ code }) => code)}
      />
      <TextField id="name" label={t('devices.enrol.name')} maxLength={80} />
    </FormCard>
  )
}
