import { FormCard } from '@/components/staff/form-card'
import { TextField } from '@/components/staff/text-field'
import { Button } from '@/components/ui/button'
import { type DeskView, listDeskViews } from '@/db/desk-view'
import { longestDesk } from '@/db/desks'
import { translator } from '@/lib/i18n'
import { unitHref } from '../../units/addresses'
import { SetupMark, type StepProps } from './mark'

/** The first desk's name; more desks, one after the other. */
export async function DeskStep(props: StepProps) {
  const { scope, unit, locale, now } = props
  const desks = (await listDeskViews(scope, unit.code, now)).filter((one) => one.closedAt === null)
  const [first, ...more] = desks
  return (
    <>
      {more.length > 0 && (
        <p>
          {translator(locale)('setup.guide.desk.there', {
            list: desks.map(({ label }) => label).join(', '),
          })}
        </p>
      )}
      {first && <NameForm {...props} desk={first} />}
      <AddForm {...props} desks={desks} />
    </>
  )
}

function NameForm({ unit, locale, desk, params }: StepProps & Readonly<{ desk: DeskView }>) {
  const t = translator(locale)
  const isWrong = params.has('desk') && params.has('problem')
  return (
    <FormCard title={t('setup.guide.desk.title')} action={`${unitHref(unit.code)}/desk-facts`}>
      <SetupMark step="desk" unit={unit} />
      <input type="hidden" name="desk" value={desk.code} />
      {desk.fields.map(({ code }) => (
        <input key={code} type="hidden" name="fields" value={code} />
      ))}
      <TextField
        id="label"
        label={t('setup.guide.desk.label')}
        defaultValue={isWrong ? (params.get('label') ?? '') : desk.label}
        maxLength={longestDesk.label}
        autoComplete="off"
        required
        invalid={isWrong}
      />
      <Button type="submit">{t('setup.guide.save')}</Button>
    </FormCard>
  )
}

/** The number is proposed; whoever has numbers of their own writes those. */
function AddForm({ unit, locale, desks, params }: StepProps & Readonly<{ desks: DeskView[] }>) {
  const t = translator(locale)
  const isWrong = params.has('code') && params.has('problem')
  const wrong = (name: string) => isWrong && params.get('field') === name
  const typed = (name: string) => (isWrong ? (params.get(name) ?? '') : '')
  return (
    <FormCard title={t('setup.guide.desk.another')} action={`${unitHref(unit.code)}/desk`}>
      <SetupMark step="desk" unit={unit} />
      {desks.length > 0 && <input type="hidden" name="stay" value="1" />}
      <TextField
        id="code"
        label={t('setup.guide.desk.code')}
        defaultValue={typed('code') || nextNumber(desks)}
        maxLength={longestDesk.code}
        autoComplete="off"
        required
        invalid={wrong('code')}
      />
      <TextField
        id={desks.length > 0 ? 'anotherLabel' : 'label'}
        name="label"
        label={t('setup.guide.desk.label')}
        defaultValue={typed('label')}
        maxLength={longestDesk.label}
        autoComplete="off"
        required
        invalid={wrong('label')}
      />
      <Button type="submit" look={desks.length > 0 ? 'quiet' : 'main'}>
        {t('setup.guide.desk.add')}
      </Button>
    </FormCard>
  )
}

function nextNumber(desks: readonly DeskView[]): string {
  const highest = Math.max(0, ...desks.map(({ code }) => (/^\d{1,4}$/.test(code) ? +code : 0)))
  return String(highest + 1)
}
