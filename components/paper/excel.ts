import type { Row } from 'write-excel-file/node'
import writeExcelFile from 'write-excel-file/node'
import type { Figures } from '@/domain/figure'
import { kindOf, type Values, valueNames } from '@/domain/figure-values'
import type { Report } from '@/domain/report'
import { paperWord } from '@/lib/paper-words'
import { aboutSheet } from './excel-about'
import { dayCell, numberCell, textCell } from './excel-cells'
import { dossierSheet } from './excel-dossiers'
import { printedOnePageWide, sheetOf, type WorkbookSheet } from './excel-sheet'
import { besideCell, valueCells, valueHeadings, valueWidths } from './excel-values'
import { statusWord, tableName } from './file-words'
import { besideNames, listTotalLines } from './total-lines'

/** The report as a workbook: what it rests on, the totals, a sheet per breakdown; numbers are numbers. */
export async function makeExcel(report: Report): Promise<Buffer> {
  const sheets = [
    aboutSheet(report),
    totalsSheet(report),
    ...report.breakdowns.filter(({ rows }) => rows.length > 0).map(breakdownSheet),
    ...(report.dossiers.rows.length > 0 ? [dossierSheet(report.dossiers)] : []),
  ]
  return await writeExcelFile(sheets, {
    fontFamily: 'Times New Roman',
    fontSize: 12,
    features: [printedOnePageWide],
  }).toBuffer()
}

/** This period and those it is held against, what the rate would be otherwise, and how the responses came in. */
function totalsSheet(report: Report): WorkbookSheet {
  return sheetOf(
    paperWord('file.total'),
    [
      ...(['table', 'label', 'from', 'to', 'status'] as const).map((name) =>
        paperWord(`file.${name}`),
      ),
      ...valueHeadings,
      ...besideNames.map((name) => paperWord(`file.${name}`)),
    ],
    listTotalLines(report).map(({ table, label, period, status, row, values, besides }) => [
      textCell(table),
      textCell(label),
      dayCell(period.from),
      dayCell(period.to),
      textCell(status),
      ...(row ? valueCells(row) : plainCells(values)),
      ...besideNames.map((name) => besideCell(name, besides[name])),
    ]),
    [28, 30, 12, 12, 16, ...valueWidths, ...besideNames.map(() => 16)],
  )
}

const plainCells = (values: Values): Row =>
  valueNames.map((name) => {
    const value = values[name]
    return value === null ? null : numberCell(value, kindOf(name))
  })

/** A sheet for one breakdown, a line for each of its rows. */
function breakdownSheet(figures: Figures): WorkbookSheet {
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
