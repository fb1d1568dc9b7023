import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { requireStaff } from '@/auth/session'
import { PageHead } from '@/components/staff/page-head'
import { PageList } from '@/components/staff/page-list'
import { Notice } from '@/components/ui/notice'
import { getBackupHealth } from '@/db/installation/health'
import { getSetup } from '@/db/installation/setup'
import type { Scope } from '@/domain/access'
import type { Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { setupEntries } from '../../links'
import { StaffPage } from '../../staff-page'
import { setupPath } from '../../staff-pages'
import { Guide } from './guide'
import { getSetupUnit } from './steps'

export const generateMetadata = titled('setup.title')

/** Where an administrator finds everything that is set up; a newcomer first of all what is still to do. */
export default async function SetupPage() {
  const scope = await requireStaff()
  const unit = await getSetupUnit(scope, null)
  const setup = unit && (await getSetup(scope, unit.code, Date.now()))
  if (!setup) notFound()
  const t = await requestWords()
  const guide = <Guide setup={setup} unit={unit} t={t} />
  return (
    <StaffPage scope={scope} t={t} current={setupPath}>
      <PageHead title={t('setup.title')} intro={t('setup.intro')} />
      <BackupWarning scope={scope} t={t} />
      {!setup.isOver && guide}
      <PageList entries={setupEntries(scope, t)} />
      {setup.isOver && guide}
    </StaffPage>
  )
}

/** Where copies are not made, whoever could do something about it is told without looking for it. */
function BackupWarning({ scope, t }: { scope: Scope; t: Translate }) {
  const state = getBackupHealth(scope, Date.now())?.state
  if (!state || state === 'good' || state === 'soon') return null
  return (
    <Notice tone={state === 'failed' ? 'danger' : 'caution'} title={t(`health.backup.${state}`)}>
      <p>
        <a href="/dashboard/health">{t('health.backup.look')}</a>
      </p>
    </Notice>
  )
}
