import box from '@/components/ui/box.module.css'
import type { Figures } from '@/domain/figure'
import { formatDay, formatDays, isUnderWay, localDay, localTime } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import styles from './scope-head.module.css'

/** Of whom, by which questionnaire, from when to when and as of what instant; and a step to the periods beside. */
export function ScopeHead(props: {
  figures: Pick<Figures, 'scope' | 'period' | 'asOf'>
  t: Translate
  /** Where the periods just before and after are; null where there is nothing to look at. */
  steps: Readonly<{ before: string | null; after: string | null }>
}) {
  const { figures, t, steps } = props
  const { unit, survey } = figures.scope
  const at = Date.parse(figures.asOf)
  return (
    <div className={styles.head}>
      <div className={styles.who}>
        <h1>{unit.name}</h1>
        <p>
          {survey.title} · {t('figures.page.scope.under')}
        </p>
      </div>
      <div className={styles.when}>
        <p className={styles.period}>
          <Step href={steps.before} sign="‹" label={t('figures.page.step.before')} />
          <span className={styles.days}>
            {t('figures.page.scope.period', formatDays(figures.period))}
          </span>
          <Step href={steps.after} sign="›" label={t('figures.page.step.after')} isAfter />
        </p>
        <p className={box.soft}>
          {t('figures.page.scope.asOf', { time: localTime(at), day: formatDay(localDay(at)) })}
          {isUnderWay(figures.period, at) && ` · ${t('figures.page.scope.open')}`}
        </p>
      </div>
    </div>
  )
}

function Step(props: { href: string | null; sign: string; label: string; isAfter?: boolean }) {
  const { href, sign, label, isAfter = false } = props
  if (!href) return null
  return (
    <a href={href} className={styles.step}>
      {!isAfter && <span aria-hidden="true">{sign}</span>}
      {label}
      {isAfter && <span aria-hidden="true">{sign}</span>}
    </a>
  )
}
