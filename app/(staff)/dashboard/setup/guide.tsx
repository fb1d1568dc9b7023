import { ActionForm } from '@/components/staff/action-form'
import { SetupSteps } from '@/components/staff/setup-steps'
import box from '@/components/ui/box.module.css'
import { ButtonLink } from '@/components/ui/button'
import type { Setup } from '@/domain/setup'
import type { Unit } from '@/domain/unit'
import type { Translate } from '@/lib/i18n'
import { setupPath } from '../../staff-pages'
import styles from './page.module.css'
import { stepHref } from './steps'

/** What is still open before the first answer can come in, with one way on; a line to come back by when nothing is. */
export function Guide({ setup, unit, t }: { setup: Setup; unit: Unit; t: Translate }) {
  const { steps, next, isOver } = setup
  if (isOver || !next) {
    return (
      <p className={`${box.touches} ${styles.again}`}>
        <a href={stepHref(steps[0]?.step ?? null, unit.code)}>{t('setup.guide.again')}</a>
      </p>
    )
  }
  const left = steps.filter(({ state }) => state === 'open').length
  const hasBegun = left < steps.length
  return (
    <section className={styles.guide} aria-labelledby="guide-title">
      <h2 id="guide-title">{t('setup.guide.title')}</h2>
      <p>{t('setup.guide.left', { n: left, unit: unit.name })}</p>
      <SetupSteps t={t} steps={stepLines(setup, unit)} />
      <div className={styles.ways}>
        <ButtonLink href={stepHref(next, unit.code)}>
          {t(hasBegun ? 'setup.guide.goOn' : 'setup.guide.start')}
        </ButtonLink>
        <ActionForm
          action={`${setupPath}/note`}
          values={{ unit: unit.code, setup: 'all' }}
          label={t('setup.guide.dismiss')}
        />
      </div>
    </section>
  )
}

/** The steps as lines that lead to their pages. */
export const stepLines = ({ steps }: Setup, unit: Unit) =>
  steps.map((one) => ({ ...one, href: stepHref(one.step, unit.code) }))
