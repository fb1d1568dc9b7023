import type { Cell, CellObject, Row, Sheet } from 'write-excel-file/node'
import type { Day } from '@/domain/period'

export type WorkbookSheet = Sheet<Buffer>

/** The longest name of a sheet that Excel opens. */
const longestName = 31

const formats = {
  count: '#,##0',
  share: '0.00%',
  score: '0.00',
  points: '+0.00;-0.00;0.00',
  day: 'dd/mm/yyyy',
} as const

/** A number as a number; the reader's own Excel puts its marks into it. */
export const numberCell = (value: number, kind: 'count' | 'share' | 'score' | 'points'): Cell => ({
  value,
  type: Number,
  format: formats[kind],
})

/** A text as a text, whatever it begins with. */
export const textCell = (value: string): CellObject => ({ value, type: String, wrap: true })

/** A word where a number would stand. */
export const wordCell = (value: string): CellObject => ({
  value,
  type: String,
  fontStyle: 'italic',
  textColor: '#555555',
})

/** A local day, which has no time and no zone. */
export const dayCell = (day: Day): CellObject => ({
  value: new Date(`${day}T00:00:00Z`),
  type: Date,
  format: formats.day,
})

/** A sheet under one row of headings that stays in sight. */
export function sheetOf(
  name: string,
  headings: readonly string[],
  rows: readonly Row[],
  widths: readonly number[],
): WorkbookSheet {
  const head: Row = headings.map((value) => ({
    value,
    type: String,
    wrap: true,
    height: 68,
    fontWeight: 'bold',
    alignVertical: 'center',
    backgroundColor: '#e2f0f0',
    bottomBorderStyle: 'thin',
  }))
  return {
    sheet: name.slice(0, longestName),
    data: headings.length > 0 ? [head, ...rows] : [...rows],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: headings.length > 0 ? 1 : 0,
    orientation: 'landscape',
  }
}
