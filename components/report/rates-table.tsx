import type { FigureRow } from '@/domain/figure'
import type { Locale } from '@/domain/survey'
import { type Translate, translator } from '@/lib/i18n'
import { axisFloor } from './axis-floor'
import { EmptyRows } from './empty-rows'
import { RowsInTurn } from './in-turn'
import styles from './rates-table.module.css'
import { countRest, RateCells, type RateColumns } from './row-cells'
import { SortHeading, type Sorting } from './sort-heading'
import { WideTable } from './wide-table'

type Props = Readonly<{
  title: string
  /** What the rows are. */
  heading: string
  rows: readonly FigureRow[]
  locale: Locale
  sorting?: Sorting | undefined
  /** Where a row leads, if anywhere. */
  hrefFor?: (row: FigureRow) => string | undefined
  /** No more than rate, its numbers and interval. */
  isBrief?: boolean
  /** Rows without anybody stay in their place instead of being named below. */
  keepsEmpty?: boolean
}>

/** Groups one under another, each with its rate, its two numbers, interval, dissatisfied rate and score. */
export function RatesTable(props: Props) {
  const { rows, locale, keepsEmpty = false, isBrief = false } = props
  const t = translator(locale)
  const listed = keepsEmpty ? rows : rows.filter((row) => row.status !== 'none')
  const columns: RateColumns = {
    withInterval: listed.some((row) => row.status !== 'ok' || row.low !== null),
    withCoverage: !isBrief && listed.some(hasCoverage),
    isBrief,
    floor: axisFloor(listed),
  }
  return (
    <>
      <WideTable label={props.title}>
        <Head {...props} columns={columns} t={t} />
        <tbody>
          <RowsInTurn rows={listed}>
            {(row) => <Row {...props} key={row.key} row={row} columns={columns} t={t} />}
          </RowsInTurn>
        </tbody>
      </WideTable>
      {!keepsEmpty && <EmptyRows rows={rows} locale={locale} />}
    </>
  )
}

function Row(props: Props & { row: FigureRow; columns: RateColumns; t: Translate }) {
  const { row, columns, locale, t } = props
  return (
    <>
      {row.break && (
        <tr className={styles.break}>
          <th scope="rowgroup" colSpan={3 + countRest(columns)}>
            {t('figures.page.note.break')}
          </th>
        </tr>
      )}
      <tr>
        <th scope="row">
          {row.tied && <span className={styles.tie}>≈ </span>}
          <RowLabel row={row} href={props.hrefFor?.(row)} />
        </th>
        <RateCells row={row} locale={locale} columns={columns} />
      </tr>
    </>
  )
}

/** A column that says in every row that there is nothing to say is none. */
const hasCoverage = ({ coverage }: FigureRow): boolean =>
  coverage?.status === 'ok' || coverage?.status === 'over'

function Head({ heading, sorting, columns, t }: Props & { columns: RateColumns; t: Translate }) {
  return (
    <thead>
      <tr>
        <SortHeading column="name" label={heading} sorting={sorting} />
        <SortHeading column="rate" label={t('figures.page.column.rate')} sorting={sorting} />
        <SortHeading column="n" label={t('figures.page.column.base')} sorting={sorting} />
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

function RowLabel({ row, href }: { row: FigureRow; href: string | undefined }) {
  return href ? <a href={href}>{row.label}</a> : row.label
}
