import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { getSetup } from '@/db/installation/setup'
import type { Scope } from '@/domain/access'
import type { Translate } from '@/lib/i18n'
import { setupPath } from '../../staff-pages'
import { getSetupUnit } from './steps'

/** Whether the person administers a unit whose set-up is not over yet. */
export async function isNewcomer(scope: Scope, now: number): Promise<boolean> {
  const unit = await getSetupUnit(scope, null)
  const setup = unit && (await getSetup(scope, unit.code, now))
  return setup !== null && !setup.isOver
}

/** Leads from where nothing is to be seen yet to what has to be done first. */
export function SetupInvitation({ t }: { t: Translate }) {
  return (
    <Notice title={t('setup.guide.title')}>
      <p>{t('setup.guide.invite')}</p>
      <p>
        <ButtonLink href={setupPath}>{t('setup.guide.inviteStart')}</ButtonLink>
      </p>
    </Notice>
  )
}
