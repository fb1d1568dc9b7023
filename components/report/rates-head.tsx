import type { FigureRow } from '@/domain/figure'
import type { Locale } from '@/domain/survey'
import type { Translate } from '@/lib/i18n'
import type { RateColumns } from './row-cells'
import type { Sorting } from './sort-heading'
import { SortHeading } from './sort-heading'

export type Props = Readonly<{
  title: string
  /** What the rows are. */
  heading: string
  rows: readonly FigureRow[]
  /** The language of the labels, where it is not that of the page. */
  labelLang?: Locale | undefined
  t: Translate
  sorting?: Sorting | undefined
  /** Where a row leads, if anywhere. */
  hrefFor?: ((row: FigureRow) => string | undefined) | undefined
  /** The numbers are of answers, of which one person gives several, and not of responses. */
  countsAnswers?: boolean
  /** No more than rate, its numbers and interval. */
  isBrief?: boolean
  /** Rows without anybody stay in their place instead of being named below. */
  keepsEmpty?: boolean
}>

/** The headings, by which the rows may be sorted. */
export function Head({
  heading,
  sorting,
  countsAnswers = false,
  columns,
  t,
}: Props & { columns: RateColumns }) {
  const base = countsAnswers ? 'figures.page.column.baseAnswers' : 'figures.page.column.base'
  return (
    <thead>
      <tr>
        <SortHeading column="name" label={heading} sorting={sorting} />
        <SortHeading column="rate" label={t('label.rate')} sorting={sorting} />
        <SortHeading column="n" label={t(base)} sorting={sorting} />
        {columns.withInterval && (
          <th scope="colgroup" colSpan={2}>
            {t('figures.page.column.intervalAxis', { from: Math.round(columns.floor * 100) })}
          </th>
        )}
        {!columns.isBrief && (
          <>
            <SortHeading
              column="dissatisfied"
              label={t('figures.page.column.dissatisfied')}
              sorting={sorting}
            />
            <SortHeading column="score" label={t('figures.page.column.score')} sorting={sorting} />
          </>
        )}
        {columns.withCoverage && (
          <SortHeading
            column="coverage"
            label={t('figures.page.column.coverage')}
            sorting={sorting}
          />
        )}
      </tr>
    </thead>
  )
}
