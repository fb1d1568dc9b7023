import { RatesTable } from '@/components/report/rates-table'
import { Section } from '@/components/report/section'
import { TrendChart } from '@/components/report/trend-chart'
import type { View } from '@/domain/rates-filter'
import type { Report } from '@/domain/report'
import type { Translate } from '@/lib/i18n'
import { FirstReasons, LowestQuestions, moreOf, type Part } from './essential-lists'
import styles from './page.module.css'
import type { Breakdown } from './parts'
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
