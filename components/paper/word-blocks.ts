import { Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx'
import { paperWord } from '@/lib/paper-words'
import type { headOf } from './paper-parts'
import { halfPoints, none, textWidth } from './word-table'

/** Who writes, beside quốc hiệu and tiêu ngữ, as Nghị định 30/2020 has them. */
export const headTable = (head: ReturnType<typeof headOf>): Table =>
  sideBySide(
    [
      line(head.unit, { bold: true, underline: true }),
      line(head.number, { size: halfPoints.caption, before: 120 }),
    ],
    [
      line(head.country, { bold: true, size: 24 }),
      line(head.motto, { bold: true, underline: true }),
      line(head.date, { italics: true, before: 120 }),
    ],
    0.4,
  )

/** Who receives, and where is signed. */
export const signTable = (): Table =>
  sideBySide(
    [
      line(paperWord('sign.to'), { bold: true, italics: true, size: 24, alignment: 'left' }),
      line(paperWord('sign.toLine'), { size: 22, alignment: 'left' }),
      line(paperWord('sign.file'), { size: 22, alignment: 'left' }),
    ],
    [
      line(paperWord('sign.signer'), { bold: true }),
      line(paperWord('sign.signerNote'), { italics: true }),
    ],
    0.5,
  )

function line(
  text: string,
  look: Readonly<{
    bold?: boolean
    italics?: boolean
    underline?: boolean
    size?: number
    before?: number
    alignment?: 'left' | 'center'
  }>,
): Paragraph {
  const { bold = false, italics = false, size = halfPoints.caption } = look
  const run = { text, bold, italics, size, ...(look.underline ? { underline: {} } : {}) }
  return new Paragraph({
    alignment: look.alignment ?? 'center',
    spacing: { before: look.before ?? 0 },
    children: [new TextRun(run)],
  })
}

/** Blocks side by side without any line around them. */
function sideBySide(left: Paragraph[], right: Paragraph[], share: number): Table {
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
