import { ChoicesTable } from '@/components/report/choices-table'
import { RatesTable } from '@/components/report/rates-table'
import { Section } from '@/components/report/section'
import type { Sorting } from '@/components/report/sort-heading'
import { TrendChart } from '@/components/report/trend-chart'
import type { FigureRow, Figures } from '@/domain/figure'
import { formatRowOrder } from '@/domain/row-order'
import { translator } from '@/lib/i18n'
import { addressOf, anchorOf, pathOf, type View } from './addresses'
import { factsByQuestion } from './facts'
import type { Part } from './parts'
import { noteOf, orderTable, type TableOrder } from './table-order'

type Props = Readonly<{ figures: Figures; part: Part; view: View; sort: string }>

/** One breakdown: its chart where it has one, and its table, in the order that the address asks for. */
export function BreakdownSection({ figures, part, view, sort }: Props) {
  const { by } = figures
  const { locale } = view
  if (by === 'total') return null
  const t = translator(locale)
  const title = t(`figures.page.by.${by}`)
  const table = orderTable(figures, sort)
  const note = noteOf(figures, table)
  const words = { title, heading: t(`figures.page.column.${by}`), rows: table.rows, locale }
  const sorting = sortingOf(figures, table, pathOf(part), view)
  return (
    <Section title={title} id={anchorOf(by)} note={note && t(note)}>
      {by === 'month' && table.rows.some((row) => row.status === 'ok') && (
        <TrendChart rows={table.rows} locale={locale} />
      )}
      {by === 'fact' && <Facts rows={table.rows} view={view} />}
      {by === 'reason' && <ChoicesTable {...words} sorting={sorting} />}
      {by !== 'fact' && by !== 'reason' && (
        <RatesTable
          {...words}
          sorting={sorting}
          keepsEmpty={by === 'month'}
          hrefFor={(row) => {
            // A unit's own responses stand under its own key and lead nowhere.
            const leadsDown = by === 'unit' && row.key !== view.unit
            return leadsDown ? addressOf(pathOf(part), { ...view, unit: row.key }) : undefined
          }}
        />
      )}
    </Section>
  )
}

/** Each question's answers are a table of their own: they part the same people anew. */
function Facts({ rows, view }: { rows: readonly FigureRow[]; view: View }) {
  const t = translator(view.locale)
  return factsByQuestion(rows).map(({ question, answers }) => (
    <div key={question}>
      <h3>{question}</h3>
      <ChoicesTable
        title={question}
        heading={t('figures.page.column.fact')}
        rows={answers}
        locale={view.locale}
      />
    </div>
  ))
}

function sortingOf(
  { by }: Figures,
  table: TableOrder,
  path: string,
  view: View,
): Sorting | undefined {
  if (by === 'month' || by === 'fact') return undefined
  return {
    order: table.order,
    mayRank: table.mayRank,
    hrefFor: (order) =>
      `${addressOf(path, view)}&sort=${by}.${formatRowOrder(order)}#${anchorOf(by)}`,
  }
}
