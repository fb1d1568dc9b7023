import { FormCard } from '@/components/staff/form-card'
import { FormColumns, FormStack } from '@/components/staff/form-columns'
import { SelectField } from '@/components/staff/select-field'
import { TextField } from '@/components/staff/text-field'
import { Button } from '@/components/ui/button'
import { listUnitsFor } from '@/db/units/units'
import { administersEverything, type Scope } from '@/domain/access'
import { longestSilence } from '@/domain/device'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { firstUnit, unitOptions } from '../unit-options'
import { EnrolForm } from './enrol-form'

type Props = Readonly<{ scope: Scope; locale: Locale; hours: number; now: number }>

/** Enrol a tablet, add a desk, say what counts as silent. */
export async function DeviceForms(props: Props) {
  const { scope, locale, now } = props
  const units = await listUnitsFor(scope, 'administration')
  return (
    <FormColumns>
      <EnrolForm locale={locale} units={units} now={now} />
      <FormStack>
        <DeskForm scope={scope} locale={locale} />
        {administersEverything(scope) && <SilenceForm {...props} />}
      </FormStack>
    </FormColumns>
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
