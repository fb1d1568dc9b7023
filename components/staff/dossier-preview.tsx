import { Region } from '@/components/ui/region'
import { type DossierCounts, dossierParts } from '@/domain/dossier/dossier'
import { formatCount } from '@/domain/number-format'
import { formatDay, type Period } from '@/domain/period'
import { dossierColumn } from '@/lib/dossier-words'
import type { Translate } from '@/lib/i18n'
import styles from './dossier-entries.module.css'

export type PreviewRow = Readonly<{
  row: number
  unit: string
  field: string
  period: Period
  counts: DossierCounts
}>

/** Rows of a file as they were understood, with the numbers that identities gave. */
export function DossierPreview(props: {
  t: Translate
  label: string
  rows: readonly PreviewRow[]
}) {
  const { t, label, rows } = props
  const parts = dossierParts.filter((part) => rows.some(({ counts }) => counts[part] !== null))
  return (
    <Region label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('dossiers.import.row')}</th>
            <th scope="col">{t('label.field')}</th>
            {parts.map((part) => (
              <th key={part} scope="col" className={styles.number}>
                {dossierColumn(part, t)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, unit, field, period, counts }) => (
            <tr key={row}>
              <td>{formatCount(row, t.locale)}</td>
              <th scope="row">
                {field}
                <span className={styles.soft}>
                  {`${unit}, ${formatDay(period.from)} – ${formatDay(period.to)}`}
                </span>
              </th>
              {parts.map((part) => {
                const value = counts[part]
                return (
                  <td key={part} className={styles.number}>
                    {value === null ? '' : formatCount(value, t.locale)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  )
}
