import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { ActionForm } from '@/components/staff/action-form'
import { PageHead } from '@/components/staff/page-head'
import { SetupSteps } from '@/components/staff/setup-steps'
import box from '@/components/ui/box.module.css'
import { ButtonLink } from '@/components/ui/button'
import { getSetup } from '@/db/installation/setup'
import { type SetupStep, stepAfter } from '@/domain/setup'
import type { Unit } from '@/domain/unit'
import type { Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { StaffPage } from '../../../staff-page'
import { setupPath } from '../../../staff-pages'
import { Outcome } from '../../outcome'
import { stepLines } from '../guide'
import styles from '../page.module.css'
import { getSetupUnit, stepHref } from '../steps'
import { CollectStep } from './collect-step'
import { DeskStep } from './desk-step'
import type { StepProps } from './mark'
import { SurveyStep } from './survey-step'
import { UnitStep } from './unit-step'

type Props = PageProps<'/dashboard/setup/[step]'>

const works: Record<SetupStep, (props: StepProps) => ReactNode> = {
  unit: UnitStep,
  desk: DeskStep,
  survey: SurveyStep,
  collect: CollectStep,
}

export const generateMetadata = titled('setup.guide.title')

/** One step of the set-up: its form, the way past it, and where one stands. */
export default async function StepPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const asked = oneOfEach(await searchParams)
  const unit = await getSetupUnit(scope, asked.get('unit'))
  const now = Date.now()
  const setup = unit && (await getSetup(scope, unit.code, now))
  const wanted = (await params).step
  const position = setup?.steps.findIndex(({ step }) => step === wanted) ?? -1
  const here = setup?.steps[position]
  if (!unit || !setup || !here) notFound()
  const t = await requestWords()
  const { step, state } = here
  const Work = works[step]
  return (
    <StaffPage scope={scope} t={t} current={setupPath}>
      <Outcome params={asked} t={t} of="offices" />
      <PageHead
        above={t('setup.guide.position', { n: position + 1, total: setup.steps.length })}
        title={t(`setup.guide.steps.${step}`)}
        intro={t(`setup.guide.${step}.intro`)}
      />
      <div className={`${box.touches} ${styles.step}`}>
        <div className={box.apart}>
          <Work scope={scope} unit={unit} params={asked} t={t} now={now} />
          {state === 'open' ? (
            <Skip step={step} unit={unit} t={t} />
          ) : (
            <p>
              <ButtonLink look="quiet" href={stepHref(stepAfter(setup, step), unit.code)}>
                {t('setup.guide.onward')}
              </ButtonLink>
            </p>
          )}
        </div>
        <aside>
          <SetupSteps t={t} steps={stepLines(setup, unit)} current={step} />
          <p>
            <a href={setupPath}>{t('setup.guide.hub')}</a>
          </p>
        </aside>
      </div>
    </StaffPage>
  )
}

function Skip({ step, unit, t }: { step: SetupStep; unit: Unit; t: Translate }) {
  return (
    <ActionForm
      action={`${setupPath}/note`}
      values={{ unit: unit.code, setup: step }}
      label={t('setup.guide.skip')}
    />
  )
}
