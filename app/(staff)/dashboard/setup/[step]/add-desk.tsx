import { FormCard } from '@/components/staff/form-card'
import { TextField } from '@/components/staff/text-field'
import { Button } from '@/components/ui/button'
import type { DeskView } from '@/db/units/desk-view'
import { longestDesk } from '@/db/units/desks'
import { unitHref } from '../../units/addresses'
import { type StepProps, setupMark } from './mark'

/** The number is proposed; whoever has numbers of their own writes those. */
export function AddForm({ unit, t, desks, params }: StepProps & Readonly<{ desks: DeskView[] }>) {
  const isWrong = params.has('code') && params.has('problem')
  const wrong = (name: string) => isWrong && params.get('field') === name
  const typed = (name: string) => (isWrong ? (params.get(name) ?? '') : '')
  return (
    <FormCard
      title={t('setup.guide.desk.another')}
      action={`${unitHref(unit.code)}/desk`}
      values={{ ...setupMark('desk', unit), ...(desks.length > 0 ? { stay: 1 } : {}) }}
    >
      <TextField
        id="code"
        label={t('setup.guide.desk.code')}
        defaultValue={typed('code') || nextNumber(desks)}
        maxLength={longestDesk.code}
        required
        invalid={wrong('code')}
      />
      <TextField
        id={desks.length > 0 ? 'anotherLabel' : 'label'}
        name="label"
        label={t('label.deskName')}
        defaultValue={typed('label')}
        maxLength={longestDesk.label}
        required
        invalid={wrong('label')}
      />
      <Button type="submit" look={desks.length > 0 ? 'quiet' : 'main'}>
        {t('devices.desk.submit')}
      </Button>
    </FormCard>
  )
}

function nextNumber(desks: readonly DeskView[]): string {
  const highest = Math.max(0, ...desks.map(({ code }) => (/^\d{1,4}$/.test(code) ? +code : 0)))
  return String(highest + 1)
}
