import { LeftOutList } from '@/components/report/left-out'
import { Section } from '@/components/report/section'
import { TotalLine } from '@/components/report/total-line'
import { Notice } from '@/components/ui/notice'
import { readReport } from '@/db/report'
import { translator } from '@/lib/i18n'
import { BreakdownSection } from './breakdowns'
import type { Asked } from './dashboard'
import { NothingToSee } from './nothing-to-see'
import styles from './page.module.css'
import { type Breakdown, type Part, parts } from './parts'
import { ReportHead } from './report-head'
import { isTelling } from './telling'

/** The breakdowns of one page, under the figure that they are parts of. */
export async function PartView({ part, ...asked }: Asked & { part: Part }) {
  const { scope, view, params, now } = asked
  const { locale } = view
  const t = translator(locale)
  const read = await readReport(scope, view, now)
  if (!read.ok) throw new Error('the filter was not checked')
  const { total: figures, breakdowns } = read.value
  const wanted: readonly Breakdown[] = parts[part]
  const shown = wanted.flatMap((by) => breakdowns.filter((one) => one.by === by && isTelling(one)))
  const leftOut = shown.flatMap((one) => one.leftOut)
  const isShown = figures.total.status === 'ok' || figures.total.status === 'reference'
  return (
    <>
      <ReportHead asked={asked} figures={figures} part={part} />
      <TotalLine figures={figures} locale={locale} />
      <NothingToSee asked={asked} figures={figures} />
      {isShown && shown.length === 0 && (
        <Notice>
          <p>{t('figures.page.part.nothing')}</p>
        </Notice>
      )}
      {shown.map((one) => (
        <BreakdownSection
          key={one.by}
          figures={one}
          part={part}
          view={view}
          sort={params.get('sort') ?? ''}
        />
      ))}
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
