import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { PageHead } from '@/components/staff/page-head'
import { PageList } from '@/components/staff/page-list'
import { SetupSteps } from '@/components/staff/setup-steps'
import box from '@/components/ui/box.module.css'
import { getSetup } from '@/db/installation/setup'
import type { UnitLink } from '@/db/units/links'
import type { Unit } from '@/domain/unit'
import { env } from '@/lib/env'
import type { Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../../staff-page'
import { setupPath } from '../../../staff-pages'
import { listUsableLinks, posterHref } from '../front-link'
import { stepLines } from '../guide'
import styles from '../page.module.css'
import { getSetupUnit } from '../steps'

export const generateMetadata = titled('setup.guide.title')

/** The end of the set-up: what to hand out, what to print, where the answers appear, and what was left open. */
export default async function ReadyPage({ searchParams }: PageProps<'/dashboard/setup/ready'>) {
  const scope = await requireStaff()
  const unit = await getSetupUnit(scope, oneOfEach(await searchParams).get('unit'))
  const now = Date.now()
  const setup = unit && (await getSetup(scope, unit.code, now))
  if (!unit || !setup) notFound()
  const t = await requestWords()
  const [link] = await listUsableLinks(scope, unit.code, now)
  const isComplete = setup.steps.every(({ state }) => state === 'done')
  return (
    <StaffPage scope={scope} t={t} current={setupPath}>
      <PageHead
        title={t(setup.next ? 'setup.guide.ready.titleOpen' : 'setup.guide.ready.title')}
        intro={t(link ? 'setup.guide.ready.intro' : 'setup.guide.collect.none')}
      />
      <PageList entries={entries(unit, link, t)} />
      {!isComplete && (
        <section className={styles.guide}>
          <h2>{t('setup.guide.ready.rest')}</h2>
          <SetupSteps t={t} steps={stepLines(setup, unit)} />
        </section>
      )}
      <p className={`${box.touches} ${styles.again}`}>
        <a href={setupPath}>{t('setup.guide.hub')}</a>
      </p>
    </StaffPage>
  )
}

/** What there is to open and to print. */
function entries(unit: Unit, link: UnitLink | undefined, t: Translate) {
  const path = link && `/s/${encodeURIComponent(link.code)}`
  const figures = {
    href: '/dashboard',
    label: t('setup.guide.ready.figures'),
    about: t('setup.guide.ready.figuresText'),
  }
  if (!link || !path) return [figures]
  return [
    {
      href: path,
      label: t('setup.guide.ready.form'),
      about: t('setup.guide.ready.formText', { address: `${env().origin}${path}` }),
    },
    {
      href: posterHref(unit.code, link),
      label: t('setup.guide.ready.poster'),
      about: t('setup.guide.ready.posterText'),
    },
    figures,
  ]
}
