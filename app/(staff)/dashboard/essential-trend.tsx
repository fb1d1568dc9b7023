import { RatesTable } from '@/components/report/rates-table'
import { Section } from '@/components/report/section'
import { TrendChart } from '@/components/report/trend-chart'
import { translator } from '@/lib/i18n'
import type { Part } from './essential-lists'
import { moreOf } from './essential-lists'
import styles from './page.module.css'

/** A chart of no more than these leaves room for its table beside it. */
const fewMonths = 6

/** How the rate moved, where there are months enough to tell. */
export function Trend({ figures, view }: Part) {
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
