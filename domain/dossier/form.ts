import type { Problem } from '../problem'
import type { DossierPart } from './dossier'
import { findExcess, type TableRow } from './excess'
import { type DossierRowProblem, parseDossierRow } from './row'

/** The row for all fields together; other rows go by the code of their field. */
export const allFields = '*'

/** The name of an input; a code has no dot problem because the part comes first. */
export const cellName = (row: string, part: DossierPart): string => `n.${part}.${row}`

/** What was typed, by the name of the input; empty cells are left out. */
export type TypedTable = Readonly<Record<string, string>>

type TableProblem = Problem<DossierRowProblem | 'fields-exceed-all'>
export type PlacedProblem = Readonly<{ row: string; problem: TableProblem }>

/** Collects the table's cells out of a posted form; other inputs are left. */
export function readTypedTable(entries: Iterable<readonly [string, string]>): TypedTable {
  const typed: Record<string, string> = {}
  for (const [name, value] of entries) {
    if (name.startsWith('n.') && value.trim() !== '') typed[name] = value.slice(0, 60)
  }
  return typed
}

/**
 * The rows that have anything in them, and every problem with its row. The fields named may be fewer than there are,
 * so together they may be less than the row for all of them, but never more.
 */
export function parseTypedTable(
  typed: TypedTable,
  fields: readonly string[],
): Readonly<{ rows: readonly TableRow[]; problems: readonly PlacedProblem[] }> {
  const problems: PlacedProblem[] = []
  const rows = [allFields, ...fields].flatMap((row): TableRow[] => {
    const parsed = parseDossierRow((part) => typed[cellName(row, part)] ?? null)
    if (!parsed.ok) problems.push(...parsed.problems.map((problem) => ({ row, problem })))
    if (!parsed.ok || parsed.value === null) return []
    return [{ field: row === allFields ? null : row, counts: parsed.value }]
  })
  if (problems.length > 0) return { rows, problems }
  return { rows, problems: findExcess(rows).map((problem) => ({ row: allFields, problem })) }
}
