import type { FigureRow } from '@/domain/figure'
import { formatCount } from '@/domain/number-format'
import { bottomTwoBox, neutralBox, type Rate, topTwoBox } from '@/domain/rate'
import type { OrderColumn } from '@/domain/row-order'
import type { Locale } from '@/domain/survey'
import { type MessageKey, translator } from '@/lib/i18n'
import styles from './choices-table.module.css'
import { EmptyRows } from './empty-rows'
import { LevelBar } from './level-bar'
import { StatusCell } from './row-cells'
import { Share } from './share'
import { SortHeading, type Sorting } from './sort-heading'
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
  locale: Locale
  sorting?: Sorting | undefined
}) {
  const { groups, locale, sorting } = props
  const t = translator(locale)
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
          <GroupBody key={group.heading ?? ''} group={group} locale={locale} />
        ))}
      </WideTable>
      <EmptyRows rows={groups.flatMap(({ rows }) => rows)} locale={locale} />
    </>
  )
}

function GroupBody({ group, locale }: { group: ChoiceGroup; locale: Locale }) {
  return (
    <tbody>
      {group.heading && (
        <tr className={styles.group}>
          <th scope="rowgroup" colSpan={6}>
            {group.heading}
          </th>
        </tr>
      )}
      {group.rows
        .filter((row) => row.status !== 'none')
        .map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            <ChoiceCells row={row} locale={locale} />
          </tr>
        ))}
    </tbody>
  )
}

function ChoiceCells({ row, locale }: { row: FigureRow; locale: Locale }) {
  if (row.status === 'none' || row.status === 'suppressed') {
    return <StatusCell row={row} locale={locale} span={5} />
  }
  const { levels, n, status } = row
  const boxes = [bottomTwoBox(levels), neutralBox(levels), topTwoBox(levels)]
  return (
    <>
      <td className={styles.people} data-kind="number">
        {formatCount(n, locale)}
      </td>
      {boxes.map((rate, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three columns that never move
        <td key={index} data-kind="number">
          <Count rate={rate} locale={locale} isRated={status === 'ok'} />
        </td>
      ))}
      <td className={styles.bar}>
        {status === 'ok' ? (
          <LevelBar levels={levels} />
        ) : (
          translator(locale)('figures.page.state.referenceCell')
        )}
      </td>
    </>
  )
}

function Count(props: { rate: Rate; locale: Locale; isRated: boolean }) {
  return props.isRated ? (
    <Share rate={props.rate} locale={props.locale} />
  ) : (
    formatCount(props.rate.k, props.locale)
  )
}
