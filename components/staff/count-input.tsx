import type { DossierPart } from '@/domain/dossier/dossier'
import { cellName, type TypedTable } from '@/domain/dossier/form'
import { dossierColumn } from '@/lib/dossier-words'
import type { Translate } from '@/lib/i18n'
import styles from './dossier-grid.module.css'

export type GridRow = Readonly<{ key: string; name: string }>

/** One number of the table. */
export function CountInput(props: {
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
export const startOf = (part: DossierPart) =>
  part === 'received' || part === 'resolved' || part === 'inProgress' ? styles.start : undefined
