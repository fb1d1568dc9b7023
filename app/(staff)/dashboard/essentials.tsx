import { ChoicesTable } from '@/components/report/choices-table'
import { RatesTable } from '@/components/report/rates-table'
import { Section } from '@/components/report/section'
import { TrendChart } from '@/components/report/trend-chart'
import type { Figures } from '@/domain/figure'
import type { View } from '@/domain/rates-filter'
import type { Report } from '@/domain/report'
import type { Translate } from '@/lib/i18n'
import { addressOf, pathOf } from './addresses'
import styles from './page.module.css'
import { type Breakdown, partWith } from './parts'
import { namedByDissatisfied, orderTable } from './table-order'
import { isTelling } from './telling'

type Props = Readonly<{ report: Report; view: View; t: Translate }>

/** How the rate moved and what pulls it down first; the whole tables are a link away. */
export function Essentials({ report, view, t }: Props) {
  const find = (by: Breakdown) => report.breakdowns.find((one) => one.by === by && isTelling(one))
  const months = find('month')
  const questions = find('question')
  const reasons = find('reason')
  return (
    <>
      {months && <Trend figures={months} view={view} t={t} />}
      {questions && <LowestQuestions figures={questions} view={view} t={t} />}
      {reasons && <FirstReasons figures={reasons} view={view} t={t} />}
    </>
  )
}

/** A chart of no more than these leaves room for its table beside it. */
const fewMonths = 6

/** How the rate moved, where there are months enough to tell. */
function Trend({ figures, view, t }: Part) {
  if (figures.rows.filter((row) => row.status === 'ok').length < 2) return null
  const isShort = figures.rows.length <= fewMonths
  const table = (
    <RatesTable
      isBrief={isShort}
      title={t('figures.page.by.month')}
      heading={t('label.month')}
      rows={figures.rows}
      t={t}
      keepsEmpty
    />
  )
  return (
    <Section title={t('figures.page.by.month')} more={moreOf('month', view, t)}>
      {isShort ? (
        <div className={styles.beside}>
          <TrendChart rows={figures.rows} t={t} />
          <div>{table}</div>
        </div>
      ) : (
        <>
          <TrendChart rows={figures.rows} t={t} />
          <details>
            <summary>{t('figures.page.chart.table')}</summary>
            {table}
          </details>
        </>
      )}
    </Section>
  )
}

type Part = Readonly<{ figures: Figures; view: View; t: Translate }>

/** So many rows of a longer table say what matters first. */
const fewRows = 5

/** The questions with the lowest rates; none where the rule allows no order. */
function LowestQuestions({ figures, view, t }: Part) {
  const table = orderTable(figures, '')
  const parts = table.rows.filter((row) => row.key !== figures.scope.question.id)
  if (!table.mayRank || parts.length < 2) return null
  const title = t('figures.page.first.questions')
  return (
    <Section
      title={title}
      note={t('figures.page.note.question')}
      more={moreOf('question', view, t)}
    >
      <RatesTable
        title={title}
        heading={t('label.question')}
        rows={parts.slice(0, fewRows)}
        t={t}
      />
    </Section>
  )
}

/** What the dissatisfied name most; none where no reason has enough people. */
function FirstReasons({ figures, view, t }: Part) {
  const { shown, isPart } = namedByDissatisfied(figures.rows)
  if (shown.length === 0) return null
  const title = t(isPart ? 'figures.page.first.reasonsPart' : 'figures.page.first.reasons')
  return (
    <Section title={title} note={t('figures.page.note.reason')} more={moreOf('reason', view, t)}>
      <ChoicesTable
        title={title}
        heading={t('figures.page.column.reason')}
        groups={[{ rows: shown.slice(0, fewRows) }]}
        t={t}
      />
    </Section>
  )
}

/** The way to the whole table. */
function moreOf(by: Breakdown, view: View, t: Translate) {
  const part = partWith(by)
  return { href: addressOf(pathOf(part), view), label: t('figures.page.first.all') }
}
