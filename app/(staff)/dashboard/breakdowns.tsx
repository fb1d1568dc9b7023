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

/** The answers under their questions. A fact's key and label both begin with those of its question. */
function factsByQuestion(rows: readonly FigureRow[]): { heading: string; rows: FigureRow[] }[] {
  const questionOf = ({ key }: FigureRow) => key.slice(0, key.indexOf(':'))
  return [...new Set(rows.map(questionOf))].map((id) => {
    const all = rows.filter((row) => questionOf(row) === id)
    const length = sharedStart(all.map(({ label }) => label))
    const heading = (all[0]?.label ?? '').slice(0, length).replace(/:\s*$/, '')
    return { heading, rows: all.map((row) => ({ ...row, label: row.label.slice(length) })) }
  })
}

/** How far the labels are the same, up to the end of the question. */
function sharedStart(labels: readonly string[]): number {
  const [first = '', ...others] = labels
  const ends = [...first.matchAll(/: /g)].map(({ index }) => index + 2)
  const shared = ends.filter((end) => others.every((one) => one.startsWith(first.slice(0, end))))
  // With a single answer there is nothing to compare: its question ends at the first colon.
  return (others.length > 0 ? shared.at(-1) : ends[0]) ?? 0
}
