import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/auth/session'
import { PageList } from '@/components/staff/page-list'
import { getSetup } from '@/db/setup'
import { requestLocale } from '@/lib/http'
import { translator } from '@/lib/i18n'
import { setupEntries } from '../../links'
import { SetupFrame } from './frame'
import { Guide } from './guide'
import styles from './page.module.css'
import { getSetupUnit } from './steps'

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('setup.title') }
}

/** Where an administrator finds everything that is set up; a newcomer first of all what is still to do. */
export default async function SetupPage() {
  const scope = await requireStaff()
  const unit = await getSetupUnit(scope, null)
  const setup = unit && (await getSetup(scope, unit.code, Date.now()))
  if (!setup) notFound()
  const locale = await requestLocale()
  const t = translator(locale)
  const guide = <Guide setup={setup} unit={unit} locale={locale} />
  return (
    <SetupFrame scope={scope} locale={locale}>
      <div className={styles.head}>
        <h1>{t('setup.title')}</h1>
        <p>{t('setup.intro')}</p>
      </div>
      {!setup.isOver && guide}
      <PageList entries={setupEntries(scope, locale)} />
      {setup.isOver && guide}
    </SetupFrame>
  )
}
