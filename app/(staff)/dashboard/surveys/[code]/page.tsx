import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/auth/session'
import { StaffFrame } from '@/components/staff/staff-frame'
import { SurveyLinks } from '@/components/staff/survey-links'
import { SurveyOpening } from '@/components/staff/survey-opening'
import { SurveyTablets } from '@/components/staff/survey-tablets'
import { SurveyVersions } from '@/components/staff/survey-versions'
import { Notice } from '@/components/ui/notice'
import { getManagedSurvey } from '@/db/managed-surveys'
import { administersEverything } from '@/domain/access'
import { env } from '@/lib/env'
import { requestLocale } from '@/lib/http'
import { lookUp, messagesFor, translator } from '@/lib/i18n'
import { say } from '@/lib/words'
import { inLanguage } from '../../../address'
import { staffLinks } from '../../../links'
import styles from '../page.module.css'

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const list = '/dashboard/surveys'

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('surveys.title') }
}

/** One questionnaire: its versions, how it looks, where it is shown, and whether it is open. */
export default async function SurveyPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const { code } = await params
  const survey = await getManagedSurvey(scope, code, Date.now())
  if (!survey) notFound()
  const locale = await requestLocale()
  const t = translator(locale)
  const path = `${list}/${encodeURIComponent(code)}`
  const done = lookUp(messagesFor(locale).surveys.done, String((await searchParams).done ?? ''))
  return (
    <StaffFrame
      locale={locale}
      name={scope.name}
      languageHref={(one) => inLanguage(path, one)}
      links={staffLinks(scope, locale, list)}
    >
      <div className={styles.page}>
        {done && (
          <div role="status">
            <Notice>
              <p>{done}</p>
            </Notice>
          </div>
        )}
        <div className={styles.head}>
          <p>
            <a href={list}>{t('surveys.back')}</a>
          </p>
          <h1>{say(survey.newest.definition.title, locale)}</h1>
          <p>
            <span translate="no">{survey.code}</span> ·{' '}
            {t(survey.isOpen ? 'surveys.state.open' : 'surveys.state.closed')}
          </p>
        </div>
        <SurveyVersions versions={survey.versions} path={path} locale={locale} />
        <SurveyLinks links={survey.links} path={path} origin={env().origin} locale={locale} />
        <SurveyTablets tablets={survey.tablets} locale={locale} />
        {administersEverything(scope) && (
          <SurveyOpening isClosed={survey.closedAt !== null} path={path} locale={locale} />
        )}
      </div>
    </StaffFrame>
  )
}
