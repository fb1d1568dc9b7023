import { FormCard } from '@/components/staff/form-card'
import { TextField } from '@/components/staff/text-field'
import { type DeskView, listDeskViews } from '@/db/units/desk-view'
import { longestDesk } from '@/db/units/desks'
import { unitHref } from '../../units/addresses'
import { AddForm } from './add-desk'
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
