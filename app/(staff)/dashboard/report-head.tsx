import { PartNav } from '@/components/report/part-nav'
import { ScopeHead } from '@/components/report/scope-head'
import type { Figures } from '@/domain/figure'
import { localDay } from '@/domain/period'
import { stepPeriod } from '@/domain/period-step'
import { addressOf, pathOf } from './addresses'
import type { Asked } from './dashboard'
import styles from './page.module.css'
import { type Part, partNames } from './parts'

/** What the figures below are of, the form to ask for others, and the parts of the report. */
export function ReportHead(props: { asked: Asked; figures: Figures; part: Part | null }) {
  const { asked, figures, part } = props
  const { view, t, form } = asked
  return (
    <>
      <ScopeHead figures={figures} t={t} steps={stepsOf(asked, part)} />
      <div className={styles.controls}>
        {form}
        <PartNav
          label={t('figures.page.part.title')}
          parts={[
            ...[null, ...partNames].map((one) => ({
              href: addressOf(pathOf(one), view),
              label: t(`figures.page.part.${one ?? 'overview'}`),
              isCurrent: one === part,
            })),
            {
              href: addressOf('/dashboard/report', view),
              label: t('figures.page.part.paper'),
              isCurrent: false,
            },
          ]}
        />
      </div>
    </>
  )
}

/** A step is offered only where it leads to a time in which there could be something. */
function stepsOf({ view, filter, now }: Asked, part: Part | null) {
  const { span, chosen } = filter
  const before = stepPeriod(chosen.period, view, -1)
  const after = stepPeriod(chosen.period, view, 1)
  const first = span?.from ?? localDay(now)
  const last = [localDay(now), span?.to ?? ''].toSorted().at(-1) ?? ''
  const path = pathOf(part)
  return {
    before: before && before.to >= first ? addressOf(path, { ...view, ...before }) : null,
    after: after && after.from <= last ? addressOf(path, { ...view, ...after }) : null,
  }
}
