import { FormCard } from '@/components/staff/form-card'
import { FormColumns, FormStack } from '@/components/staff/form-columns'
import { TextField } from '@/components/staff/text-field'
import { listUnitsFor } from '@/db/units/units'
import { administersEverything, type Scope } from '@/domain/access'
import { longestSilence } from '@/domain/device'
import { localDay } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import { DeskForm } from './desk-form'
import { EnrolForm } from './enrol-form'

type Props = Readonly<{ scope: Scope; t: Translate; hours: number; now: number }>

/** Enrol a tablet, add a desk, say what counts as silent. */
export async function DeviceForms(props: Props) {
  const { scope, t, now } = props
  const units = await listUnitsFor(scope, 'administration')
  return (
    <FormColumns>
      <EnrolForm t={t} units={units} now={now} />
      <FormStack>
        <DeskForm t={t} units={units} today={localDay(now)} />
        {administersEverything(scope) && <SilenceForm {...props} />}
      </FormStack>
    </FormColumns>
  )
}

function SilenceForm({ t, hours }: Props) {
  return (
    <FormCard
      title={t('devices.silence.title')}
      note={t('devices.silence.note')}
      action="/dashboard/devices/silence"
      submit={t('button.save')}
      quiet
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
    </FormCard>
  )
}
