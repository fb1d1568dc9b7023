import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach, type Query } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { PageHead } from '@/components/staff/page-head'
import { PageList } from '@/components/staff/page-list'
import { SetupSteps } from '@/components/staff/setup-steps'
import { getSetup } from '@/db/installation/setup'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { setupPath } from '../../../staff-pages'
import { SetupFrame } from '../frame'
import { listUsableLinks } from '../front-link'
import { stepLines } from '../guide'
import styles from '../page.module.css'
import { getSetupUnit } from '../steps'
import { entries } from './entries'

type Props = { searchParams: Promise<Query> }

export const generateMetadata = titled('setup.guide.title')

/** The end of the set-up: what to hand out, what to print, where the answers appear, and what was left open. */
export default async function ReadyPage({ searchParams }: Props) {
  const scope = await requireStaff()
  const unit = await getSetupUnit(scope, oneOfEach(await searchParams).get('unit'))
  const now = Date.now()
  const setup = unit && (await getSetup(scope, unit.code, now))
  if (!unit || !setup) notFound()
  const locale = await requestLocale()
  const t = translator(locale)
  const [link] = await listUsableLinks(scope, unit.code, now)
  const isComplete = setup.steps.every(({ state }) => state === 'done')
  return (
    <SetupFrame scope={scope} locale={locale}>
      <PageHead
        title={t(setup.next ? 'setup.guide.ready.titleOpen' : 'setup.guide.ready.title')}
        intro={t(link ? 'setup.guide.ready.intro' : 'setup.guide.collect.none')}
      />
      <PageList entries={entries(unit, link, locale)} />
      {!isComplete && (
        <section className={styles.guide}>
          <h2>{t('setup.guide.ready.rest')}</h2>
          <SetupSteps locale={locale} steps={stepLines(setup, unit)} />
        </section>
      )}
      <p className={styles.again}>
        <a href={setupPath}>{t('setup.guide.hub')}</a>
      </p>
    </SetupFrame>
  )
}
