import type { FigureRow } from '@/domain/figure'
import type { Locale } from '@/domain/survey'
import type { Translate } from '@/lib/i18n'
import { axisFloor } from './axis-floor'
import { EmptyRows } from './empty-rows'
import { RowsInTurn } from './in-turn'
import styles from './rates-table.module.css'
import { countRest, RateCells, type RateColumns } from './row-cells'
import { SortHeading, type Sorting } from './sort-heading'
import { WideTable } from './wide-table'

/** Groups one under another, each with its rate, its two numbers, interval, dissatisfied rate and score. */
export function RatesTable(props: Props) {
  const { rows, keepsEmpty = false, isBrief = false } = props
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
        <Head {...props} columns={columns} />
        <tbody>
          <RowsInTurn rows={listed}>
            {(row) => <Row {...props} key={row.key} row={row} columns={columns} />}
          </RowsInTurn>
        </tbody>
      </WideTable>
      {!keepsEmpty && <EmptyRows {...props} />}
    </>
  )
}

function Row(props: Props & { row: FigureRow; columns: RateColumns }) {
  const { row, columns, t } = props
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
          <span lang={props.labelLang}>
            <RowLabel row={row} href={props.hrefFor?.(row)} />
          </span>
        </th>
        <RateCells row={row} t={t} columns={columns} />
      </tr>
    </>
  )
}

/** A column that says in every row that there is nothing to say is none. */
const hasCoverage = ({ coverage }: FigureRow): boolean =>
  coverage?.status === 'ok' || coverage?.status === 'over'

function RowLabel({ row, href }: { row: FigureRow; href: string | undefined }) {
  return href ? <a href={href}>{row.label}</a> : row.label
}

type Props = Readonly<{
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
function Head({
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
