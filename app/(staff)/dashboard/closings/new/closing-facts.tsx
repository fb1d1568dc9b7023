import box from '@/components/ui/box.module.css'
import { Fact } from '@/components/ui/fact'
import type { FigureRow, Figures } from '@/domain/figure'
import { formatFraction, formatRate } from '@/domain/number-format'
import { formatDays } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import styles from '../page.module.css'

/** What is about to be stored, in four lines. */
export function ClosingFacts({ figures, t }: { figures: Figures; t: Translate }) {
  const { scope, period, total } = figures
  const facts = [
    ['unit', t('closings.new.under', { unit: scope.unit.name })],
    ['survey', scope.survey.title],
    ['period', t('figures.page.scope.period', formatDays(period))],
    ['rate', rateWords(total, t)],
  ] as const
  return (
    <dl className={`${box.frame} ${styles.facts}`}>
      {facts.map(([name, value]) => (
        <Fact key={name} name={t(`label.${name}`)}>
          {value}
        </Fact>
      ))}
    </dl>
  )
}

function rateWords(total: FigureRow, t: Translate): string {
  if (total.status === 'none') return t('closings.new.empty')
  if (total.status === 'suppressed') return t('figures.page.state.suppressed')
  const fraction = formatFraction(total, t.locale)
  return total.status === 'ok'
    ? t('closings.new.fraction', { rate: formatRate(total, t.locale), fraction })
    : t('closings.new.reference', { fraction })
}
