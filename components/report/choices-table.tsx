import type { FigureRow } from '@/domain/figure'
import { formatCount } from '@/domain/number-format'
import { bottomTwoBox, neutralBox, type Rate, topTwoBox } from '@/domain/rate'
import type { OrderColumn } from '@/domain/row-order'
import type { Locale } from '@/domain/survey'
import type { MessageKey, Translate } from '@/lib/i18n'
import styles from './choices-table.module.css'
import { EmptyRows } from './empty-rows'
import { LevelBar } from './level-bar'
import { Share } from './share'
import { SortHeading, type Sorting } from './sort-heading'
import { StatusCell } from './status-cells'
import { WideTable } from './wide-table'

const columns: readonly (readonly [OrderColumn, MessageKey])[] = [
  ['n', 'figures.page.column.people'],
  ['low', 'figures.page.column.low'],
  ['middle', 'figures.page.column.middle'],
  ['high', 'figures.page.column.high'],
]

/** Rows that belong together, under their own heading; one without is the whole table. */
export type ChoiceGroup = Readonly<{ heading?: string; rows: readonly FigureRow[] }>

/** Who chose what, by how satisfied they were on the whole. */
export function ChoicesTable(props: {
  title: string
  heading: string
  groups: readonly ChoiceGroup[]
  /** The language of the labels, where it is not that of the page. */
  labelLang?: Locale | undefined
  t: Translate
  sorting?: Sorting | undefined
}) {
  const { groups, t, sorting } = props
  return (
    <>
      <WideTable label={props.title}>
        <thead>
          <tr>
            <SortHeading column="name" label={props.heading} sorting={sorting} />
            {columns.map(([column, word]) => (
              <SortHeading key={column} column={column} label={t(word)} sorting={sorting} />
            ))}
            <th scope="col">{t('figures.page.levels.title')}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <GroupBody key={group.heading ?? ''} {...props} group={group} />
        ))}
      </WideTable>
      <EmptyRows {...props} rows={groups.flatMap(({ rows }) => rows)} />
    </>
  )
}

function GroupBody(props: { group: ChoiceGroup; labelLang?: Locale | undefined; t: Translate }) {
  const { group, labelLang, t } = props
  return (
    <tbody>
      {group.heading && (
        <tr className={styles.group}>
          <th scope="rowgroup" colSpan={6} lang={labelLang}>
            {group.heading}
          </th>
        </tr>
      )}
      {group.rows
        .filter((row) => row.status !== 'none')
        .map((row) => (
          <tr key={row.key}>
            <th scope="row" lang={labelLang}>
              {row.label}
            </th>
            <ChoiceCells row={row} t={t} />
          </tr>
        ))}
    </tbody>
  )
}

/** How many people chose it, and how satisfied they were. */
function ChoiceCells({ row, t }: { row: FigureRow; t: Translate }) {
  if (row.status === 'none' || row.status === 'suppressed') {
    return <StatusCell row={row} t={t} span={5} />
  }
  const { levels, n, status } = row
  const boxes = [bottomTwoBox(levels), neutralBox(levels), topTwoBox(levels)]
  return (
    <>
      <td className={styles.people} data-kind="number">
        {formatCount(n, t.locale)}
      </td>
      {boxes.map((rate, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three columns that never move
        <td key={index} data-kind="number">
          <Count rate={rate} t={t} isRated={status === 'ok'} />
        </td>
      ))}
      <td className={styles.bar}>
        {status === 'ok' ? <LevelBar levels={levels} /> : t('figures.page.state.referenceCell')}
      </td>
    </>
  )
}

function Count(props: { rate: Rate; t: Translate; isRated: boolean }) {
  return props.isRated ? (
    <Share rate={props.rate} t={props.t} />
  ) : (
    formatCount(props.rate.k, props.t.locale)
  )
}
