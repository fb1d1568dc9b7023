import { FormCard } from '@/components/staff/form-card'
import { TextField } from '@/components/staff/text-field'
import { Button } from '@/components/ui/button'
import { type DeskView, listDeskViews } from '@/db/units/desk-view'
import { longestDesk } from '@/db/units/desks'
import { unitHref } from '../../units/addresses'
import { type StepProps, setupMark } from './mark'

/** The first desk's name; more desks, one after the other. */
export async function DeskStep(props: StepProps) {
  const { scope, unit, t, now } = props
  const desks = (await listDeskViews(scope, unit.code, now)).filter((one) => one.closedAt === null)
  const [first, ...more] = desks
  return (
    <>
      {more.length > 0 && (
        <p>
          {t('setup.guide.desk.there', {
            list: desks.map(({ label }) => label).join(', '),
          })}
        </p>
      )}
      {first && <NameForm {...props} desk={first} />}
      <AddForm {...props} desks={desks} />
    </>
  )
}

/** What the first desk is called. */
function NameForm({ unit, t, desk, params }: StepProps & Readonly<{ desk: DeskView }>) {
  const isWrong = params.has('desk') && params.has('problem')
  return (
    <FormCard
      title={t('setup.guide.desk.title')}
      action={`${unitHref(unit.code)}/desk-facts`}
      submit={t('setup.guide.save')}
      values={{ ...setupMark('desk', unit), desk: desk.code }}
    >
      {desk.fields.map(({ code }) => (
        <input key={code} type="hidden" name="fields" value={code} />
      ))}
      <TextField
        id="label"
        label={t('label.deskName')}
        defaultValue={isWrong ? (params.get('label') ?? '') : desk.label}
        maxLength={longestDesk.label}
        required
        invalid={isWrong}
      />
    </FormCard>
  )
}

/** The number is proposed; whoever has numbers of their own writes those. */
function AddForm({ unit, t, desks, params }: StepProps & Readonly<{ desks: DeskView[] }>) {
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
