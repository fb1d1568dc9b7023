import { isRanking, type OrderColumn, type RowOrder } from '@/domain/row-order'
import styles from './sort-heading.module.css'

/** How a table stands now and how it may stand: each order is an address. */
export type Sorting = Readonly<{
  order: RowOrder | null
  /** Whether the rows may be put in order of satisfaction. */
  mayRank: boolean
  hrefFor: (order: RowOrder) => string
}>

/** What a column is worth looking at first: names from A, low rates, many people. */
const risingFirst: readonly OrderColumn[] = ['name', 'rate', 'score']

/** A column's heading, with the link that orders the table by it where that is allowed. */
export function SortHeading(props: {
  column: OrderColumn
  label: string
  sorting: Sorting | undefined
}) {
  const { column, label, sorting } = props
  const side = column === 'name' ? {} : { 'data-kind': 'number' }
  if (!sorting || (isRanking(column) && !sorting.mayRank)) {
    return (
      <th scope="col" {...side}>
        {label}
      </th>
    )
  }
  const current = sorting.order?.column === column ? sorting.order : null
  const isDescending = current ? !current.isDescending : !risingFirst.includes(column)
  const state = current?.isDescending ? 'descending' : 'ascending'
  return (
    <th scope="col" {...side} {...(current ? { 'aria-sort': state } : {})}>
      <a href={sorting.hrefFor({ column, isDescending })} className={styles.link}>
        {label}
        <span aria-hidden="true" className={current ? styles.now : styles.mark}>
          {current ? (current.isDescending ? '↓' : '↑') : '↕'}
        </span>
      </a>
    </th>
  )
}
