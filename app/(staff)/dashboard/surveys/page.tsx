import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/auth/session'
import { StaffFrame } from '@/components/staff/staff-frame'
import { SurveyCards } from '@/components/staff/survey-cards'
import { listManagedSurveys } from '@/db/managed-surveys'
import { unitsFor } from '@/domain/access'
import { completeLocales } from '@/domain/survey'
import { requestLocale } from '@/lib/http'
import { translator } from '@/lib/i18n'
import { say } from '@/lib/words'
import { inLanguage } from '../../address'
import { staffLinks } from '../../links'
import styles from './page.module.css'

const path = '/dashboard/surveys'

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('surveys.title') }
}

/** The questionnaires there are, and whether they are open. */
export default async function SurveysPage() {
  const scope = await requireStaff()
  if (unitsFor(scope, 'administration').size === 0) notFound()
  const locale = await requestLocale()
  const t = translator(locale)
  const surveys = await listManagedSurveys(scope, Date.now())
  return (
    <StaffFrame
      locale={locale}
      name={scope.name}
      languageHref={(one) => inLanguage(path, one)}
      links={staffLinks(scope, locale, path)}
    >
      <div className={styles.page}>
        <div className={styles.head}>
          <h1>{t('surveys.title')}</h1>
          <p>{t('surveys.intro')}</p>
        </div>
        <SurveyCards
          cards={surveys.map(({ code, newest, isOpen, links, tablets }) => ({
            href: `${path}/${encodeURIComponent(code)}`,
            code,
            title: say(newest.definition.title, locale),
            state: t(isOpen ? 'surveys.state.open' : 'surveys.state.closed'),
            isOpen,
            facts: [
              t('surveys.facts.questions', { n: newest.definition.questions.length }),
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
      </div>
    </StaffFrame>
  )
}
