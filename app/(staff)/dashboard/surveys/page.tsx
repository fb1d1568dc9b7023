import { titled } from '@/app/page-title'
import { requireRight } from '@/auth/session'
import { PageHead } from '@/components/staff/page-head'
import { SurveyCards } from '@/components/staff/survey-cards'
import { listManagedSurveys } from '@/db/surveys/managed'
import { sayHowMany } from '@/domain/asked-questions'
import { completeLocales } from '@/domain/survey'
import { requestWords } from '@/lib/request-locale'
import { say } from '@/lib/words'
import { StaffPage } from '../../staff-page'

const path = '/dashboard/surveys'

export const generateMetadata = titled('surveys.title')

/** The questionnaires there are, and whether they are open. */
export default async function SurveysPage() {
  const scope = await requireRight('administration')
  const t = await requestWords()
  const surveys = await listManagedSurveys(scope, Date.now())
  return (
    <StaffPage scope={scope} t={t} current={path} address={path}>
      <PageHead title={t('surveys.title')} intro={t('surveys.intro')} />
      <SurveyCards
        cards={surveys.map(({ code, newest, isOpen, links, tablets }) => ({
          href: `${path}/${encodeURIComponent(code)}`,
          code,
          title: say(newest.definition.title, t.locale),
          state: t(isOpen ? 'state.open' : 'state.closed'),
          isOpen,
          facts: [
            t('surveys.facts.questions', { n: sayHowMany(newest.definition.questions) }),
            t('surveys.facts.version', { n: newest.number }),
            t('surveys.facts.languages', {
              list: completeLocales(newest.definition)
                .map((one) => t(`language.${one}`))
                .join(', '),
            }),
            t('surveys.facts.links', { n: links.filter((link) => link.isOpen).length }),
            t('surveys.facts.tablets', { n: tablets.length }),
          ],
        }))}
      />
    </StaffPage>
  )
}
