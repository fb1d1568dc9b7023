import { ChoiceList } from '@/components/staff/choice-list'
import { FormCard } from '@/components/staff/form-card'
import { SelectField } from '@/components/staff/select-field'
import { listManagedSurveys, type ManagedSurvey } from '@/db/surveys/managed'
import { listOpenDesks } from '@/db/units/desks'
import { listUnitLinks } from '@/db/units/links'
import { sayHowMany } from '@/domain/asked-questions'
import { completeLocales, type Locale, questionsFor } from '@/domain/survey'
import type { Translate } from '@/lib/i18n'
import { say } from '@/lib/words'
import { unitHref } from '../../units/addresses'
import { type StepProps, setupMark } from './mark'

/** Which questionnaire people are asked; choosing one makes its QR code. */
export async function SurveyStep({ scope, unit, params, t, now }: StepProps) {
  const surveys = (await listManagedSurveys(scope, now)).filter(({ isOpen }) => isOpen)
  const desks = await listOpenDesks([unit.id])
  const links = (await listUnitLinks(scope, unit.code, now)).filter((link) => link.isOpen)
  const made = new Set(links.flatMap((one) => (one.channel === 'qr' ? [one.surveyCode] : [])))
  const left = surveys.filter(({ code }) => !made.has(code))
  const titles = surveys.filter(({ code }) => made.has(code)).map((one) => titleOf(one, t.locale))
  const [only, ...others] = desks
  return (
    <>
      {titles.length > 0 && <p>{t('setup.guide.survey.made', { list: titles.join(', ') })}</p>}
      {left.length > 0 && (
        <FormCard
          title={t('setup.guide.survey.title')}
          action={`${unitHref(unit.code)}/link`}
          submit={t('setup.guide.survey.submit')}
          values={{ ...setupMark('survey', unit), channel: 'qr' }}
        >
          <ChoiceList
            id="survey"
            label={t('label.survey')}
            choices={left.map((one) => choiceOf(one, t))}
            chosen={params.get('survey') ?? left[0]?.code ?? ''}
          />
          {others.length > 0 ? (
            <SelectField
              id="desk"
              label={t('setup.guide.survey.desk')}
              value={params.get('desk') ?? ''}
              options={[
                { value: '', label: t('offices.links.whole') },
                ...desks.map(({ code, label }) => ({ value: code, label })),
              ]}
            />
          ) : (
            <input type="hidden" name="desk" value={only?.code ?? ''} />
          )}
        </FormCard>
      )}
      {surveys.length === 0 && <p>{t('setup.guide.survey.none')}</p>}
    </>
  )
}

const titleOf = ({ newest }: ManagedSurvey, locale: Locale) => say(newest.definition.title, locale)

function choiceOf(survey: ManagedSurvey, t: Translate) {
  const { code, newest } = survey
  const languages = completeLocales(newest.definition).map((one) => t(`language.${one}`))
  const query = new URLSearchParams({ version: String(newest.number), as: 'link' })
  return {
    value: code,
    label: titleOf(survey, t.locale),
    note: `${t('home.questions', { n: sayHowMany(questionsFor(newest.definition, 'qr')) })} · ${languages.join(', ')}`,
    href: `/dashboard/surveys/${encodeURIComponent(code)}/preview?${query}`,
    more: t('setup.guide.survey.preview'),
  }
}
