import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { requireStaff } from '@/auth/session'
import { PageHead } from '@/components/staff/page-head'
import { SurveyLinks } from '@/components/staff/survey-links'
import { SurveyOpening } from '@/components/staff/survey-opening'
import { SurveyTablets } from '@/components/staff/survey-tablets'
import { SurveyVersions } from '@/components/staff/survey-versions'
import { getManagedSurvey } from '@/db/surveys/managed'
import { administersEverything } from '@/domain/access'
import { env } from '@/lib/env'
import { requestWords } from '@/lib/request-locale'
import { say } from '@/lib/words'
import { StaffPage } from '../../../staff-page'
import { Outcome } from '../../outcome'

type Props = PageProps<'/dashboard/surveys/[code]'>

const list = '/dashboard/surveys'

export const generateMetadata = titled('surveys.title')

/** One questionnaire: its versions, how it looks, where it is shown, and whether it is open. */
export default async function SurveyPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const { code } = await params
  const survey = await getManagedSurvey(scope, code, Date.now())
  if (!survey) notFound()
  const t = await requestWords()
  const path = `${list}/${encodeURIComponent(code)}`
  return (
    <StaffPage scope={scope} t={t} current={list} address={path}>
      <Outcome params={await searchParams} t={t} of="surveys" />
      <PageHead
        title={say(survey.newest.definition.title, t.locale)}
        back={{ href: list, label: t('surveys.back') }}
      >
        <p>
          <span translate="no">{survey.code}</span> ·{' '}
          {t(survey.isOpen ? 'state.open' : 'state.closed')}
        </p>
      </PageHead>
      <SurveyVersions versions={survey.versions} path={path} t={t} />
      <SurveyLinks links={survey.links} path={path} origin={env().origin} t={t} />
      <SurveyTablets tablets={survey.tablets} t={t} />
      {administersEverything(scope) && (
        <SurveyOpening isClosed={survey.closedAt !== null} path={path} t={t} />
      )}
    </StaffPage>
  )
}
