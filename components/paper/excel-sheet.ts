import type { Row, Sheet } from 'write-excel-file/node'

export type WorkbookSheet = Sheet<Buffer>

/** The longest name of a sheet that Excel opens. */
const longestName = 31

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
