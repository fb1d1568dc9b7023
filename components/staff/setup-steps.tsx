import type { SetupStep, StepState } from '@/domain/setup'
import type { Translate } from '@/lib/i18n'
import styles from './setup-steps.module.css'

type Line = Readonly<{ step: SetupStep; state: StepState; href: string }>

/** The steps of the set-up in their order, each with how far it is and the way there. */
export function SetupSteps(props: {
  t: Translate
  steps: readonly Line[]
  /** The step on whose page this stands. */
  current?: SetupStep
}) {
  const { t } = props
  return (
    <ol className={styles.steps} aria-label={t('setup.guide.title')}>
      {props.steps.map(({ step, state, href }, index) => (
        <li key={step} data-state={state}>
          <span className={styles.mark} aria-hidden="true">
            {state === 'done' ? '✓' : index + 1}
          </span>
          <a href={href} aria-current={step === props.current ? 'step' : undefined}>
            {t(`setup.guide.steps.${step}`)}
          </a>
          <span className={styles.state}>{t(`setup.guide.state.${state}`)}</span>
        </li>
      ))}
    </ol>
  )
}
