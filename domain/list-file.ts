import type { FileRow } from './dossier/header'
import { foldText } from './folded-text'
import type { Problem } from './problem'
import { tidy } from './tidy-text'

/** What is wrong with a line of a list; `row` 0 is the file. */
export type ListFinding = Readonly<{ row: number; problem: Problem }>

/** The lines below the header of a list, each asked by column; no lines where the header itself is wrong. */
export type ListTable<Column extends string> = Readonly<{
  lines: readonly Readonly<{ row: number; cell: (column: Column) => string }>[]
  findings: readonly ListFinding[]
}>

/**
 * Finds the columns of a list by their words, in any order and with or without marks. `absent` is the problem of a list
 * without one of the `needed`; which of two columns of a name is meant nobody can know.
 */
export function readListTable<Column extends string>(
  rows: readonly FileRow[],
  columns: Readonly<Record<Column, readonly string[]>>,
  { needed, absent }: Readonly<{ needed: readonly Column[]; absent: string }>,
): ListTable<Column> {
  const [header, ...rest] = rows
  const labels = (header?.cells ?? []).map((cell) => String(cell ?? ''))
  const names = Object.keys(columns) as Column[]
  const found = new Map<Column, number>()
  const findings: ListFinding[] = []
  for (const [index, text] of labels.entries()) {
    const column = names.find((one) => columns[one].includes(foldText(text)))
    if (column === undefined) continue
    if (!found.has(column)) found.set(column, index)
    else findings.push(aboutHeader('list-column-twice', { text: tidy(text).slice(0, 60) }))
  }
  if (!needed.every((column) => found.has(column))) findings.unshift(aboutHeader(absent))
  if (findings.length > 0) return { lines: [], findings }
  const lines = rest.map(({ row, cells }) => ({
    row,
    cell: (column: Column) => tidy(String(cells[found.get(column) ?? -1] ?? '')),
  }))
  return { lines, findings }
}

const aboutHeader = (code: string, params: Problem['params'] = {}): ListFinding => ({
  row: 0,
  problem: { code, params },
})

/** The lines that say again what one above them has said. */
export function findRepeated<Line extends Readonly<{ row: number }>>(
  lines: readonly Line[],
  keyOf: (line: Line) => string,
  problemOf: (line: Line) => Problem,
): ListFinding[] {
  const seen = new Set<string>()
  return lines.flatMap((line) => {
    const key = keyOf(line)
    if (seen.has(key)) return [{ row: line.row, problem: problemOf(line) }]
    seen.add(key)
    return []
  })
}
