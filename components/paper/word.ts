import {
  convertMillimetersToTwip,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import type { Report } from '@/domain/report'
import { paperWord } from '@/lib/paper-words'
import { dossierTable } from './dossier-paper-table'
import { indicatorTable } from './paper-indicators'
import { type ClosingMark, leftOutOf, notesOf } from './paper-notes'
import { headOf, levelTable, paragraphOf } from './paper-parts'
import { listTables } from './paper-table'
import { headTable, signTable } from './word-blocks'
import { centred, halfPoints, typeface, wordTable } from './word-table'

/** In the order in which an official reads them. */
const breakdowns = [
  'unit',
  'factor',
  'field',
  'desk',
  'channel',
  'question',
  'touchpoint',
  'month',
  'fact',
  'reason',
] as const

/** The report as a Word file in the layout of Nghị định 30/2020: A4, Times New Roman, every table. */
export async function makeWord(report: Report, closing?: ClosingMark): Promise<Buffer> {
  const head = headOf(report)
  const tables = [
    levelTable(report),
    indicatorTable(report),
    ...listTables(report, breakdowns),
    dossierTable(report.dossiers),
  ].flatMap((table) => table ?? [])
  const leftOut = leftOutOf(report)
  const file = new Document({
    title: head.subject,
    creator: report.total.scope.unit.name,
    description: head.period,
    // Else Word marks every word as misspelt, and screen readers read them as English.
    styles: { default: { document: { run: { font: typeface, size: halfPoints.body, language } } } },
    sections: [
      {
        properties: { page: { size: a4, margin } },
        footers: { default: pageNumbers() },
        children: [
          headTable(head),
          centred(head.title, { bold: true, before: 240 }),
          centred(head.subject, { bold: true }),
          centred(head.survey),
          centred(head.period, { after: 160 }),
          paragraph(paragraphOf(report)),
          ...tables.flatMap((table, index) =>
            wordTable({
              ...table,
              title: paperWord('part.table', { number: index + 1, title: table.title }),
            }),
          ),
          ...lines(paperWord('part.leftOut'), leftOut),
          ...lines(paperWord('part.notes'), notesOf(report, closing)),
          new Paragraph({ children: [] }),
          signTable(),
        ],
      },
    ],
  })
  return await Packer.toBuffer(file)
}

const language = { value: 'vi-VN' }
const mm = convertMillimetersToTwip
/** As Word itself writes 210 × 297 mm. */
const a4 = { width: 11_906, height: 16_838 }
/** Nghị định 30/2020: 20–25 above and below, 30–35 left, 15–20 right. */
const margin = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), footer: mm(10) }

function paragraph(text: string): Paragraph {
  return new Paragraph({
    alignment: 'both',
    indent: { firstLine: mm(10) },
    spacing: { line: 300, after: 160 },
    children: [new TextRun(text)],
  })
}

function lines(title: string, values: readonly string[]): Paragraph[] {
  if (values.length === 0) return []
  const heading = new TextRun({ text: title, bold: true, size: halfPoints.caption })
  return [
    new Paragraph({ keepNext: true, spacing: { before: 160 }, children: [heading] }),
    ...values.map(
      (value) =>
        new Paragraph({
          indent: { left: mm(5), hanging: mm(5) },
          children: [new TextRun({ text: `- ${value}`, size: halfPoints.note })],
        }),
    ),
  ]
}

const pageNumbers = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: 'center',
        children: [new TextRun({ children: [PageNumber.CURRENT], size: halfPoints.caption })],
      }),
    ],
  })
