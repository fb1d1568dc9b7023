import { ChoicesTable } from '@/components/report/choices-table'
import { RatesTable } from '@/components/report/rates-table'
import { Section } from '@/components/report/section'
import type { Sorting } from '@/components/report/sort-heading'
import { TrendChart } from '@/components/report/trend-chart'
import type { FigureRow, Figures } from '@/domain/figure'
import type { View } from '@/domain/rates-filter'
import { formatRowOrder } from '@/domain/row-order'
import type { Locale } from '@/domain/survey'
import type { Translate } from '@/lib/i18n'
import { addressOf, anchorOf, pathOf } from './addresses'
import { factsByQuestion } from './facts'
import type { Part } from './parts'
import { noteOfNumbers, noteOfOrder, orderTable, type TableOrder } from './table-order'

type Props = Readonly<{ figures: Figures; part: Part; view: View; t: Translate; sort: string }>

/** One breakdown: its chart where it has one, and its table, in the order that the address asks for. */
export function BreakdownSection({ figures, part, view, t, sort }: Props) {
  const { by } = figures
  const table = orderTable(figures, sort)
  const notes = [noteOfNumbers(by), noteOfOrder(figures, table)]
  return (
    <Breakdown
      figures={{ by, rows: table.rows }}
      note={notes.flatMap((key) => (key ? [t(key)] : [])).join(' ')}
      t={t}
      sorting={sortingOf(figures, table, pathOf(part), view)}
      hrefFor={(row) => {
        // A unit's own responses stand under its own key and lead nowhere.
        const leadsDown = by === 'unit' && row.key !== view.unit
        return leadsDown ? addressOf(pathOf(part), { ...view, unit: row.key }) : undefined
      }}
    />
  )
}

/** A breakdown as it stands; the ways to other figures and other orders only where they are given. */
export function Breakdown(props: {
  figures: Pick<Figures, 'by' | 'rows'>
  note: string | undefined
  t: Translate
  /** The language of the labels, where it is not that of the page. */
  labelLang?: Locale | undefined
  sorting?: Sorting | undefined
  hrefFor?: (row: FigureRow) => string | undefined
}) {
  const { figures, note, t, labelLang, sorting, hrefFor } = props
  const { by, rows } = figures
  if (by === 'total') return null
  const title = t(`figures.page.by.${by}`)
  const heading = t(by === 'reason' ? 'figures.page.column.reason' : `label.${by}`)
  const words = { title, heading, labelLang, t }
  return (
    <Section title={title} id={anchorOf(by)} note={note}>
      {by === 'month' && rows.some((row) => row.status === 'ok') && (
        <TrendChart rows={rows} t={t} />
      )}
      {by === 'fact' && <ChoicesTable {...words} groups={factsByQuestion(rows)} />}
      {by === 'reason' && <ChoicesTable {...words} groups={[{ rows }]} sorting={sorting} />}
      {by !== 'fact' && by !== 'reason' && (
        <RatesTable
          {...words}
          rows={rows}
          sorting={sorting}
          countsAnswers={by === 'factor'}
          keepsEmpty={by === 'month'}
          hrefFor={hrefFor}
        />
      )}
    </Section>
  )
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
