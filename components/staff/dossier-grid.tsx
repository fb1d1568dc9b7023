import { Region } from '@/components/ui/region'
import { type DossierPart, dossierParts } from '@/domain/dossier/dossier'
import { cellName, type TypedTable } from '@/domain/dossier/form'
import { dossierColumn, groupOf } from '@/lib/dossier-words'
import type { Translate } from '@/lib/i18n'
import styles from './dossier-grid.module.css'

/**
 * The table of Biểu số 06 to be typed in, row by row. On a narrow screen it scrolls in its own region under the row's
 * name. `merged` adds the column for sources that do not part "before time" and "on time".
 */
export function DossierGrid(props: {
  t: Translate
  label: string
  rows: readonly GridRow[]
  typed: TypedTable
  wrong: ReadonlySet<string>
  merged: boolean
}) {
  const { t, label, rows } = props
  const parts = dossierParts.filter((part) => props.merged || part !== 'resolvedInTime')
  const groups = (['received', 'resolved', 'inProgress'] as const).map((group) => ({
    group,
    span: parts.filter((part) => groupOf(part) === group).length,
  }))
  return (
    <Region label={label}>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className={styles.name}>
              {t('label.field')}
            </th>
            {groups.map(({ group, span }) => (
              <th key={group} scope="colgroup" colSpan={span} className={styles.group}>
                {t(`dossiers.group.${group}`)}
              </th>
            ))}
          </tr>
          <tr>
            {parts.map((part) => (
              <th key={part} scope="col" className={startOf(part)}>
                {t(`dossiers.column.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" className={styles.name}>
                {row.name}
              </th>
              {parts.map((part) => (
                <td key={part} className={startOf(part)}>
                  <CountInput {...props} row={row} part={part} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Region>
  )
}

type GridRow = Readonly<{ key: string; name: string }>

/** One number of the table. */
function CountInput(props: {
  row: GridRow
  part: DossierPart
  t: Translate
  typed: TypedTable
  wrong: ReadonlySet<string>
}) {
  const { row, part, t } = props
  const name = cellName(row.key, part)
  return (
    <input
      id={name}
      name={name}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      maxLength={20}
      defaultValue={props.typed[name] ?? ''}
      className={styles.input}
      aria-label={`${row.name}, ${dossierColumn(part, t)}`}
      {...(props.wrong.has(name)
        ? { 'aria-invalid': true, 'aria-describedby': 'error-summary' }
        : {})}
    />
  )
}

/** A line before each group keeps the three apart. */
const startOf = (part: DossierPart) =>
  part === 'received' || part === 'resolved' || part === 'inProgress' ? styles.start : undefined
