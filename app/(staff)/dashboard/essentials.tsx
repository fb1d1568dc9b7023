import { ChoicesTable } from '@/components/report/choices-table'
import { RatesTable } from '@/components/report/rates-table'
import { Section } from '@/components/report/section'
import { TrendChart } from '@/components/report/trend-chart'
import type { Figures } from '@/domain/figure'
import type { View } from '@/domain/rates-filter'
import type { Report } from '@/domain/report'
import { translator } from '@/lib/i18n'
import { addressOf, pathOf } from './addresses'
import styles from './page.module.css'
import { type Breakdown, partWith } from './parts'
import { orderTable } from './table-order'
import { isTelling } from './telling'

/** So many rows of a longer table say what matters first. */
const fewRows = 5

/** A chart of no more than these leaves room for its table beside it. */
const fewMonths = 6

type Props = Readonly<{ report: Report; view: View }>

/** How the rate moved and what pulls it down first; the whole tables are a link away. */
export function Essentials({ report, view }: Props) {
  const find = (by: Breakdown) => report.breakdowns.find((one) => one.by === by && isTelling(one))
  const months = find('month')
  const questions = find('question')
  const reasons = find('reason')
  return (
    <>
      {months && <Trend figures={months} view={view} />}
      {questions && <LowestQuestions figures={questions} view={view} />}
      {reasons && <FirstReasons figures={reasons} view={view} />}
    </>
  )
}

type Part = Readonly<{ figures: Figures; view: View }>

function Trend({ figures, view }: Part) {
  const t = translator(view.locale)
  if (figures.rows.filter((row) => row.status === 'ok').length < 2) return null
  const isShort = figures.rows.length <= fewMonths
  const table = (
    <RatesTable
      isBrief={isShort}
      title={t('figures.page.by.month')}
      heading={t('figures.page.column.month')}
      rows={figures.rows}
      locale={view.locale}
      keepsEmpty
    />
  )
  return (
    <Section title={t('figures.page.by.month')} more={moreOf('month', view)}>
      {isShort ? (
        <div className={styles.beside}>
          <TrendChart rows={figures.rows} locale={view.locale} />
          <div>{table}</div>
        </div>
      ) : (
        <>
          <TrendChart rows={figures.rows} locale={view.locale} />
          <details>
            <summary>{t('figures.page.chart.table')}</summary>
            {table}
          </details>
        </>
      )}
    </Section>
  )
}

/** The questions with the lowest rates; none where the rule allows no order. */
function LowestQuestions({ figures, view }: Part) {
  const t = translator(view.locale)
  const table = orderTable(figures, '')
  const parts = table.rows.filter((row) => row.key !== figures.scope.question.id)
  if (!table.mayRank || parts.length < 2) return null
  const title = t('figures.page.first.questions')
  return (
    <Section title={title} note={t('figures.page.note.question')} more={moreOf('question', view)}>
      <RatesTable
        title={title}
        heading={t('figures.page.column.question')}
        rows={parts.slice(0, fewRows)}
        locale={view.locale}
      />
    </Section>
  )
}

/** What the dissatisfied name most; none where no reason has enough people. */
function FirstReasons({ figures, view }: Part) {
  const t = translator(view.locale)
  const { rows } = orderTable(figures, 'reason.-low')
  const shown = rows.filter((row) => row.status === 'ok').slice(0, fewRows)
  if (shown.length === 0) return null
  const title = t('figures.page.first.reasons')
  return (
    <Section title={title} note={t('figures.page.note.reason')} more={moreOf('reason', view)}>
      <ChoicesTable
        title={title}
        heading={t('figures.page.column.reason')}
        groups={[{ rows: shown }]}
        locale={view.locale}
      />
    </Section>
  )
}

function moreOf(by: Breakdown, view: View) {
  const part = partWith(by)
  const t = translator(view.locale)
  return { href: addressOf(pathOf(part), view), label: t('figures.page.first.all') }
}
