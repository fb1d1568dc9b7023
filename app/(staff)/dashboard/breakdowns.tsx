import { ChoicesTable } from '@/components/report/choices-table'
import { RatesTable } from '@/components/report/rates-table'
import { Section } from '@/components/report/section'
import { TrendChart } from '@/components/report/trend-chart'
import type { By, FigureRow, Figures } from '@/domain/figure'
import type { RatesFilter } from '@/domain/rates-filter'
import { type MessageKey, translator } from '@/lib/i18n'

type Breakdown = Exclude<By, 'total'>

/** A table says nothing where nobody is in it, or where all are in one row: that is the total again. */
export function isTelling({ by, rows }: Figures): boolean {
  const filled = rows.filter((row) => row.status !== 'none')
  if (by === 'reason') return filled.length > 0
  if (by === 'desk') return filled.some((row) => !row.key.endsWith('unknown'))
  return filled.length > 0 && rows.length > 1
}

export function BreakdownSection(props: {
  figures: Figures
  filter: RatesFilter
  hrefFor: (unit: string) => string
}) {
  const { figures, filter } = props
  const { by, rows } = figures
  const { locale } = filter
  if (by === 'total') return null
  const t = translator(locale)
  const title = t(`figures.page.by.${by}`)
  const heading = t(`figures.page.column.${by}`)
  const note = noteOf(figures)
  return (
    <Section title={title} note={note && t(note)}>
      {by === 'month' && rows.some((row) => row.status === 'ok') && (
        <TrendChart rows={rows} locale={locale} />
      )}
      {by === 'reason' || by === 'fact' ? (
        <ChoicesTable title={title} heading={heading} rows={rows} locale={locale} />
      ) : (
        <RatesTable
          title={title}
          heading={heading}
          rows={rows}
          locale={locale}
          hrefFor={(row) => (leadsDown(by, row, filter) ? props.hrefFor(row.key) : undefined)}
        />
      )}
    </Section>
  )
}

/** A unit's own responses stand under its own key and lead nowhere. */
const leadsDown = (by: Breakdown, row: FigureRow, filter: RatesFilter): boolean =>
  by === 'unit' && row.key !== filter.unit

function noteOf({ by, order, rows }: Figures): MessageKey | undefined {
  if (by === 'unit' && rows.length > 2) {
    return order === 'rate' ? 'figures.page.note.order-rate' : 'figures.page.note.order-name'
  }
  if (by === 'factor') return 'figures.page.note.factor'
  if (by === 'reason') return 'figures.page.note.reason'
  return by === 'fact' ? 'figures.page.note.fact' : undefined
}
