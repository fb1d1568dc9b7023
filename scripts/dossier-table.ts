import { basename } from 'node:path'
import { dossierParts } from '@/domain/dossier'
import { isDay, monthPeriod } from '@/domain/period'
import type { RawLine } from './dossier-line'
import { fail } from './stop'
import { parseTable } from './table'

/** `resolvedOnTime` is the column `resolved_on_time`. */
const columnOf = (part: string) => part.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const renamed: Readonly<Record<string, string>> = { code: 'unit', name: 'unit_name' }
const columns = [
  'unit',
  'unit_name',
  'level',
  'parent',
  'field',
  'month',
  'from',
  'to',
  ...dossierParts.map(columnOf),
]

/** The columns of Biểu số 06 with the unit's code in `unit`, and `month` or `from` and `to`. */
export function readDossierTable(file: string, text: string): { source: string; raw: RawLine[] } {
  const table = parseTable(text, columns)
  if (!table.columns.has('unit')) fail('Line 1: the column "unit" is missing.')
  const byMonth = table.columns.has('month')
  if (byMonth === (table.columns.has('from') && table.columns.has('to'))) {
    fail('Line 1: give either the column month, or the columns from and to.')
  }
  const raw = table.rows.map(({ line, cell }): RawLine => {
    const month = isDay(`${cell('month')}-01`) ? monthPeriod(cell('month')) : undefined
    const read = (name: string) => {
      if (byMonth && (name === 'from' || name === 'to')) return month?.[name] ?? cell('month')
      return cell(renamed[name] ?? columnOf(name))
    }
    return { at: `Line ${line}`, cell: (name) => read(name) || null }
  })
  return { source: basename(file), raw }
}
