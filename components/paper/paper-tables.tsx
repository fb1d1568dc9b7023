import styles from './paper.module.css'
import type { PaperRow, PaperTable } from './paper-cells'

/** Printed tables one under another, each with its caption; on a narrow screen each scrolls by itself. */
export function PaperTables(props: {
  tables: readonly PaperTable[]
  look: 'levels' | 'indicators' | 'breakdown'
}) {
  return props.tables.map((table) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section key={table.title} className={styles.region} aria-label={table.title} tabIndex={0}>
      <table className={`${styles.table} ${styles[props.look]}`}>
        <caption className={styles.caption}>{table.title}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may have the same label, and none ever moves
            <Row key={index} row={row} width={table.columns.length} />
          ))}
        </tbody>
      </table>
    </section>
  ))
}

function Row({ row, width }: { row: PaperRow; width: number }) {
  const [label, ...cells] = row.cells
  const left = width - row.cells.length
  return (
    <tr className={row.isTotal && styles.total}>
      <th scope="row">{label}</th>
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
        <td key={index}>{cell}</td>
      ))}
      {row.rest !== undefined && left > 0 && (
        <td colSpan={left} className={styles.rest}>
          {row.rest}
        </td>
      )}
    </tr>
  )
}
