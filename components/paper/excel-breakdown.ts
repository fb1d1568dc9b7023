import type { Figures } from '@/domain/figure'
import { paperWord } from '@/lib/paper-words'
import { dayCell, textCell } from './excel-cells'
import { sheetOf, type WorkbookSheet } from './excel-sheet'
import { valueCells, valueHeadings, valueWidths } from './excel-values'
import { statusWord, tableName } from './file-words'

/** A sheet for one breakdown, a line for each of its rows. */
export function breakdownSheet(figures: Figures): WorkbookSheet {
  const isByMonth = figures.by === 'month'
  const days = isByMonth ? (['from', 'to'] as const) : []
  return sheetOf(
    tableName(figures),
    [
      ...(['key', 'label', ...days, 'status'] as const).map((name) => paperWord(`file.${name}`)),
      ...valueHeadings,
    ],
    figures.rows.map((row) => [
      textCell(row.key),
      textCell(row.label),
      ...days.map((end) => (row[end] === undefined ? null : dayCell(row[end]))),
      textCell(statusWord(row)),
      ...valueCells(row),
    ]),
    [14, 40, ...days.map(() => 12), 16, ...valueWidths],
  )
}
