import { Region } from '@/components/ui/region'
import { formatCount } from '@/domain/number-format'
import { formatDay, formatDayTime, type Period } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import styles from './dossier-entries.module.css'

export type ListedTable = Readonly<{
  unit: string
  href: string
  period: Period
  fields: number
  together: boolean
  sources: readonly string[]
  enteredAt: number
  /** '' for a command. */
  enteredBy: readonly string[]
}>

/** A line for each table that stands: whose, for which days, what is in it, by whom, when and from what. */
export function DossierList(props: {
  t: Translate
  label: string
  tables: readonly ListedTable[]
}) {
  const { t, label, tables } = props
  return (
    <Region label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('label.unit')}</th>
            <th scope="col">{t('dossiers.list.period')}</th>
            <th scope="col">{t('dossiers.list.content')}</th>
            <th scope="col">{t('dossiers.entries.entered')}</th>
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <ListedRow key={table.href} table={table} t={t} />
          ))}
        </tbody>
      </table>
    </Region>
  )
}

function ListedRow({ table, t }: { table: ListedTable; t: Translate }) {
  const { unit, fields } = table
  const [from, to] = [formatDay(table.period.from), formatDay(table.period.to)]
  const names = table.enteredBy.map((name) => name || t('dossiers.entries.command')).join(', ')
  const content = [
    ...(table.together ? [t('dossiers.entry.all')] : []),
    ...(fields > 0 ? [t('dossiers.list.fields', { n: formatCount(fields, t.locale) })] : []),
  ]
  return (
    <tr>
      <th scope="row">{unit}</th>
      <td>
        {`${from} – ${to}`}
        <span className={styles.soft}>
          <a href={table.href} aria-label={t('dossiers.list.openNamed', { unit, from, to })}>
            {t('dossiers.list.open')}
          </a>
        </span>
      </td>
      <td>{content.join(' + ')}</td>
      <td>
        {`${names}, ${formatDayTime(table.enteredAt)}`}
        {table.sources.map((source) => (
          <span key={source} className={styles.soft}>
            {t('dossiers.entries.source', { source })}
          </span>
        ))}
      </td>
    </tr>
  )
}
