import { type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { none, textWidth } from './word-table'

/** Blocks side by side without any line around them. */
export function sideBySide(left: Paragraph[], right: Paragraph[], share: number): Table {
  const first = Math.round(textWidth * share)
  const widths = [first, textWidth - first]
  const borders = { top: none, bottom: none, left: none, right: none }
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [left, right].map(
          (children, index) =>
            new TableCell({
              borders,
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
              children,
            }),
        ),
      }),
    ],
  })
}
