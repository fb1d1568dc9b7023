import type { FileRow } from './dossier/header'
import { fieldKey, longestFieldName } from './field'
import { findRepeated, type ListFinding, readListTable } from './list-file'
import type { Problem } from './problem'

/** A line of a list of fields; `group` is the name or code of its group, blank where it has none or the list says nothing. */
export type FieldLine = Readonly<{ row: number; name: string; group: string }>

const columns = {
  name: ['name', 'ten', 'ten linh vuc', 'linh vuc'],
  group: ['group', 'nhom', 'ten nhom', 'nhom linh vuc', 'thuoc nhom'],
} as const

/**
 * Reads a list of fields: a header of `name;group` (or the Vietnamese words, in any order), then a line per field or
 * group. Finds everything that is wrong with the list itself.
 */
export function readFieldFile(
  rows: readonly FileRow[],
): Readonly<{ lines: readonly FieldLine[]; findings: readonly ListFinding[] }> {
  const table = readListTable<keyof typeof columns>(rows, columns, {
    needed: ['name'],
    absent: 'field-header',
  })
  const lines = table.lines.map(({ row, cell }) => ({
    row,
    name: cell('name'),
    group: cell('group'),
  }))
  const findings = [
    ...table.findings,
    ...lines.flatMap(({ row, name }) => problemsOf(name).map((problem) => ({ row, problem }))),
    ...findRepeated(
      lines.filter(({ name }) => fieldKey(name) !== ''),
      ({ name }) => fieldKey(name),
      ({ name }) => ({ code: 'field-twice', params: { text: name } }),
    ),
  ]
  return { lines, findings: findings.toSorted((a, b) => a.row - b.row) }
}

function problemsOf(name: string): Problem[] {
  if (fieldKey(name) === '') return [{ code: 'blank-name' }]
  if (name.length > longestFieldName) {
    return [{ code: 'too-long', params: { max: longestFieldName } }]
  }
  return []
}
