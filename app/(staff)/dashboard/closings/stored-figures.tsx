import { Beside } from '@/components/report/beside'
import { ChoicesTable } from '@/components/report/choices-table'
import { Headline } from '@/components/report/headline'
import { LeftOutList } from '@/components/report/left-out'
import { RatesTable } from '@/components/report/rates-table'
import { Section } from '@/components/report/section'
import { TrendChart } from '@/components/report/trend-chart'
import type { Figures } from '@/domain/figure'
import type { Report } from '@/domain/report'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { DossierSection } from '../dossier-section'
import { factsByQuestion } from '../facts'
import { noteOfNumbers } from '../table-order'
import { isTelling } from '../telling'
import styles from './page.module.css'

/** A stored report by the same parts as today's figures; nothing in it leads to other figures. */
export function StoredFigures({ report, locale }: { report: Report; locale: Locale }) {
  const t = translator(locale)
  const { total, breakdowns, dossiers } = report
  const shown = breakdowns.filter(isTelling)
  const leftOut = [total, ...shown].flatMap((one) => one.leftOut)
  return (
    <>
      <Headline figures={total} locale={locale} />
      {total.total.status !== 'none' && <Beside report={report} locale={locale} />}
      {shown.map((one) => (
        <StoredBreakdown key={one.by} figures={one} locale={locale} />
      ))}
      <DossierSection table={dossiers} locale={locale} />
      {leftOut.length > 0 && (
        <Section title={t('figures.page.leftOut.title')}>
          <div className={styles.left}>
            <LeftOutList items={leftOut} locale={locale} />
          </div>
        </Section>
      )}
    </>
  )
}

function StoredBreakdown({ figures, locale }: { figures: Figures; locale: Locale }) {
  const { by, rows } = figures
  if (by === 'total') return null
  const t = translator(locale)
  const title = t(`figures.page.by.${by}`)
  const words = { title, heading: t(`figures.page.column.${by}`), locale }
  const note = noteOfNumbers(by)
  return (
    <Section title={title} note={note && t(note)}>
      {by === 'month' && rows.some((row) => row.status === 'ok') && (
        <TrendChart rows={rows} locale={locale} />
      )}
      {by === 'fact' && <ChoicesTable {...words} groups={factsByQuestion(rows)} />}
      {by === 'reason' && <ChoicesTable {...words} groups={[{ rows }]} />}
      {by !== 'fact' && by !== 'reason' && (
        <RatesTable
          {...words}
          rows={rows}
          countsAnswers={by === 'factor'}
          keepsEmpty={by === 'month'}
        />
      )}
    </Section>
  )
}
