import { FormCard } from '@/components/staff/form-card'
import { TextField } from '@/components/staff/text-field'
import { Button } from '@/components/ui/button'
import type { DeskView } from '@/db/units/desk-view'
import { longestDesk } from '@/db/units/desks'
import { translator } from '@/lib/i18n'
import { unitHref } from '../../units/addresses'
import { SetupMark, type StepProps } from './mark'

/** What the first desk is called. */
export function NameForm({ unit, locale, desk, params }: StepProps & Readonly<{ desk: DeskView }>) {
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
