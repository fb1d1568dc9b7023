import type { FigureRow } from '@/domain/figure'
import { axisFloor } from './axis-floor'
import { EmptyRows } from './empty-rows'
import { RowsInTurn } from './in-turn'
import { Head, type Props } from './rates-head'
import styles from './rates-table.module.css'
import { countRest, RateCells, type RateColumns } from './row-cells'
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
