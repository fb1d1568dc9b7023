import { CheckList } from '@/components/staff/check-list'
import { FormCard } from '@/components/staff/form-card'
import { SelectField } from '@/components/staff/select-field'
import { TextField } from '@/components/staff/text-field'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { listOpenDesks } from '@/db/desks'
import { listTabletSurveys } from '@/db/device-view'
import { administersEverything, listUnitsFor } from '@/db/units'
import type { Scope } from '@/domain/access'
import { longestSilence } from '@/domain/device'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { say } from '@/lib/words'
import { firstUnit, unitOptions } from '../unit-options'
import styles from './page.module.css'

type Props = Readonly<{ scope: Scope; locale: Locale; hours: number; now: number }>

/** Enrol a tablet, add a desk, say what counts as silent. */
export async function DeviceForms(props: Props) {
  const { scope, locale } = props
  return (
    <div className={styles.forms}>
      <EnrolForm {...props} />
      <div className={styles.side}>
        <DeskForm scope={scope} locale={locale} />
        {(await administersEverything(scope)) && <SilenceForm {...props} />}
      </div>
    </div>
  )
}

async function EnrolForm({ scope, locale, now }: Props) {
  const t = translator(locale)
  const units = await listUnitsFor(scope, 'administration')
  const [desks, surveys] = await Promise.all([
    listOpenDesks(units.map(({ id }) => id)),
    listTabletSurveys(now),
  ])
  const groups = units
    .map(({ id, name }) => ({
      label: name,
      options: desks
        .filter((desk) => desk.unitId === id)
        .map((desk) => ({ value: String(desk.id), label: `${desk.label} (${desk.code})` })),
    }))
    .filter(({ options }) => options.length > 0)
  if (groups.length === 0 || surveys.length === 0) {
    return (
      <Notice title={t('devices.enrol.title')}>
        <p>{t(groups.length === 0 ? 'devices.enrol.noDesk' : 'devices.enrol.noSurvey')}</p>
      </Notice>
    )
  }
  return (
    <FormCard
      title={t('devices.enrol.title')}
      note={t('devices.enrol.note')}
      action="/dashboard/devices/code"
    >
      <SelectField
        id="desk"
        label={t('devices.enrol.desk')}
        value={groups[0]?.options[0]?.value ?? ''}
        options={groups}
      />
      <CheckList
        id="surveys"
        label={t('devices.enrol.surveys')}
        options={surveys.map(({ code, title }) => ({ value: code, label: say(title, locale) }))}
        checked={surveys.slice(0, 1).map(({ code }) => code)}
      />
      <TextField id="name" label={t('devices.enrol.name')} maxLength={80} autoComplete="off" />
      <Button type="submit">{t('devices.enrol.submit')}</Button>
    </FormCard>
  )
}

async function DeskForm({ scope, locale }: Pick<Props, 'scope' | 'locale'>) {
  const t = translator(locale)
  const units = await listUnitsFor(scope, 'administration')
  return (
    <FormCard title={t('devices.desk.title')} action="/dashboard/devices/desk">
      <SelectField
        id="unit"
        label={t('devices.desk.unit')}
        value={firstUnit(units)?.code ?? ''}
        options={unitOptions(units)}
      />
      <TextField
        id="code"
        label={t('devices.desk.code')}
        maxLength={20}
        autoComplete="off"
        required
      />
      <TextField
        id="label"
        label={t('devices.desk.label')}
        maxLength={80}
        autoComplete="off"
        required
      />
      <Button type="submit" look="quiet">
        {t('devices.desk.submit')}
      </Button>
    </FormCard>
  )
}

function SilenceForm({ locale, hours }: Props) {
  const t = translator(locale)
  return (
    <FormCard
      title={t('devices.silence.title')}
      note={t('devices.silence.note')}
      action="/dashboard/devices/silence"
    >
      <TextField
        id="hours"
        label={t('devices.silence.hours')}
        type="number"
        min={1}
        max={longestSilence}
        defaultValue={hours}
        required
      />
      <Button type="submit" look="quiet">
        {t('devices.silence.submit')}
      </Button>
    </FormCard>
  )
}
