import type { FileRow } from './dossier/header'
import { foldText } from './folded-text'
import type { Problem } from './problem'
import { tidy } from './tidy-text'

/** What is wrong with a line of a list; `row` 0 is the file. */
export type ListFinding = Readonly<{ row: number; problem: Problem }>

/** A list with its columns found: the lines below the header, each asked by column. */
export type ListTable<Column extends string> = Readonly<{
  has: (column: Column) => boolean
  lines: readonly Readonly<{ row: number; cell: (column: Column) => string }>[]
}>

/** Finds the columns of a list by their words, in any order and with or without marks. */
export function readListTable<Column extends string>(
  rows: readonly FileRow[],
  columns: Readonly<Record<Column, readonly string[]>>,
): ListTable<Column> {
  const [header, ...rest] = rows
  const names = (header?.cells ?? []).map((cell) => foldText(String(cell ?? '')))
  const at = (column: Column) => names.findIndex((name) => columns[column].includes(name))
  return {
    has: (column) => at(column) >= 0,
    lines: rest.map(({ row, cells }) => ({
      row,
      cell: (column) => tidy(String((at(column) < 0 ? null : cells[at(column)]) ?? '')),
    })),
  }
}

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
