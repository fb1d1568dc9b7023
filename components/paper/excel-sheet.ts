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
  alignVertical: 'top',
})

/** A text as a text, whatever it begins with. */
export const textCell = (value: string): CellObject => ({
  value,
  type: String,
  wrap: true,
  alignVertical: 'top',
})

/** A word where a number would stand. */
export const wordCell = (value: string): CellObject => ({
  value,
  type: String,
  fontStyle: 'italic',
  alignVertical: 'top',
  textColor: '#555555',
})

/** A local day, which has no time and no zone. */
export const dayCell = (day: Day): CellObject => ({
  value: new Date(`${day}T00:00:00Z`),
  type: Date,
  format: formats.day,
  alignVertical: 'top',
})

/** A sheet under one row of headings that stays in sight; every row as high as its longest text needs. */
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
    fontWeight: 'bold',
    alignVertical: 'center',
    backgroundColor: '#e2f0f0',
    bottomBorderStyle: 'thin',
  }))
  return {
    sheet: name.slice(0, longestName),
    data: (headings.length > 0 ? [head, ...rows] : rows).map((row) => withHeight(row, widths)),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: headings.length > 0 ? 1 : 0,
    orientation: 'landscape',
  }
}

/** Points of a line of text: not every program makes room for wrapped text by itself. */
const lineHeight = 17

function withHeight(row: Row, widths: readonly number[]): Row {
  const lines = row.map((cell, index) => {
    if (!cell || typeof cell !== 'object' || !('value' in cell) || !cell.wrap) return 1
    return String(cell.value).length / (widths[index] ?? 1)
  })
  const height = lineHeight * Math.max(1, ...lines.map(Math.ceil))
  const [first, ...others] = row
  if (!first || typeof first !== 'object' || !('type' in first)) return row
  return [{ ...first, height }, ...others]
}

/** Printed, a sheet is one page wide. */
export const printedOnePageWide = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string) =>
          xml.replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
        transformElementAttributes: (name: string, attributes: Record<string, string | number>) =>
          name === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
      },
    },
  },
}
