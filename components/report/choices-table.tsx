import type { FigureRow } from '@/domain/figure'
import type { OrderColumn } from '@/domain/row-order'
import type { Locale } from '@/domain/survey'
import type { MessageKey, Translate } from '@/lib/i18n'
import { ChoiceCells } from './choice-cells'
import styles from './choices-table.module.css'
import { EmptyRows } from './empty-rows'
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
