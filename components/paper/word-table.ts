import {
  BorderStyle,
  convertMillimetersToTwip as mm,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { PaperRow, PaperTable } from './paper-cells'

export const typeface = 'Times New Roman'

export const halfPoints = { body: 28, caption: 26, cell: 22, note: 24 } as const

/** Between the margins of an A4 page. */
export const textWidth = mm(165)

/** A line in the middle of the page. */
export function centred(
  text: string,
  style: { bold?: boolean; italics?: boolean; before?: number; after?: number } = {},
): Paragraph {
  const { before = 0, after = 0, bold = false, italics = false } = style
  return new Paragraph({
    alignment: 'center',
    spacing: { before, after },
    children: [new TextRun({ text, bold, italics })],
  })
}

/** A table under its title. Its head is repeated on every page, and no row is torn. */
export function wordTable({ title, columns, rows }: PaperTable): (Paragraph | Table)[] {
  const widths = widthsOf(columns.length)
  const caption = new TextRun({ text: title, bold: true, size: halfPoints.caption })
  return [
    new Paragraph({ keepNext: true, spacing: { before: 200, after: 60 }, children: [caption] }),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: columns.map((text, index) =>
            cell(text, { width: widths[index] ?? 0, alignment: 'center', bold: true }),
          ),
        }),
        ...rows.map((row) => tableRow(row, widths)),
      ],
    }),
  ]
}

/** The first column holds names, two columns share the page as name and value. */
function widthsOf(count: number): number[] {
  const first = Math.round(textWidth * (count === 2 ? 0.5 : 0.32))
  const other = Math.floor((textWidth - first) / (count - 1))
  return [first, ...Array.from({ length: count - 1 }, () => other)]
}

function tableRow({ cells, rest, isTotal }: PaperRow, widths: readonly number[]): TableRow {
  const bold = isTotal === true
  const isPair = widths.length === 2
  const left = widths.slice(cells.length)
  const shown = cells.map((text, index) => {
    const alignment = index === 0 || isPair ? 'left' : 'right'
    return cell(text, { width: widths[index] ?? 0, alignment, bold })
  })
  const filler = cell(rest ?? '', {
    width: left.reduce((sum, width) => sum + width, 0),
    alignment: 'center',
    italics: true,
    span: left.length,
  })
  return new TableRow({
    cantSplit: true,
    children: left.length > 0 ? [...shown, filler] : shown,
  })
}

type Look = Readonly<{
  width: number
  alignment: 'left' | 'center' | 'right'
  bold?: boolean
  italics?: boolean
  span?: number
}>

function cell(text: string, { width, alignment, bold = false, italics = false, span = 1 }: Look) {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    verticalAlign: 'center',
    margins: { left: 70, right: 70, top: 20, bottom: 20 },
    children: [
      new Paragraph({
        alignment,
        children: [new TextRun({ text, bold, italics, size: halfPoints.cell })],
      }),
    ],
  })
}

export const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
