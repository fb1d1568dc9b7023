import type { Row } from 'write-excel-file/node'
import writeExcelFile from 'write-excel-file/node'
import { type DossierPart, dossierParts } from '@/domain/dossier'
import type { DossierShares, DossierTable } from '@/domain/dossier-table'
import type { FigureRow, Figures } from '@/domain/figure'
import {
  kindOf,
  share,
  type ValueName,
  type Values,
  valueNames,
  valuesOf,
} from '@/domain/figure-values'
import type { Rate } from '@/domain/rate'
import type { Report } from '@/domain/report'
import { translator } from '@/lib/i18n'
import { paperWord } from '@/lib/paper-words'
import { aboutSheet } from './excel-about'
import {
  dayCell,
  numberCell,
  printedOnePageWide,
  sheetOf,
  textCell,
  type WorkbookSheet,
  wordCell,
} from './excel-sheet'
import { hiddenWord, statusWord, tableName } from './file-words'
import type { ClosingMark } from './paper-notes'
import { besideNames, listTotalLines } from './total-lines'

const t = translator('vi')
const valueHeadings = valueNames.map((name) => paperWord(`file.${name}`))
const valueWidths = valueNames.map(() => 13)

/** The report as a workbook: what it rests on, the totals, a sheet per breakdown; numbers are numbers. */
export async function makeExcel(report: Report, closing?: ClosingMark): Promise<Buffer> {
  const sheets = [
    aboutSheet(report, closing),
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

function besideCell(name: (typeof besideNames)[number], value: number | string | undefined) {
  if (value === undefined) return null
  if (typeof value === 'string') return wordCell(value)
  return numberCell(value, name.startsWith('change') ? 'points' : 'count')
}

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

/** Every number, or in its place the word that says why there is none. */
function valueCells(row: FigureRow): Row {
  const values = valuesOf(row)
  return valueNames.map((name) => {
    const value = values[name]
    if (value !== null) return numberCell(value, kindOf(name))
    return row.status === 'ok' || isCoverage(name)
      ? coverageWord(row, name)
      : wordCell(hiddenWord(row.status))
  })
}

const isCoverage = (name: ValueName) => ['covered', 'dossiers', 'coverage'].includes(name)

function coverageWord({ status, coverage }: FigureRow, name: ValueName) {
  if (!isCoverage(name)) return null
  if (status === 'suppressed' || coverage?.status === 'suppressed') {
    return wordCell(hiddenWord('suppressed'))
  }
  return coverage?.status === 'no-statistics'
    ? wordCell(t('figures.page.beside.coverageNone'))
    : null
}

const dossierShares = ['onTimeOfResolved', 'onTimeOfReceived', 'inProgressOfReceived'] as const

function dossierSheet({ rows, total }: DossierTable): WorkbookSheet {
  const line = (code: string, name: string, shares: DossierShares | null): Row => [
    textCell(code),
    textCell(name),
    ...dossierParts.map((part) => countCell(shares, part)),
    ...dossierShares.map((one) => shareCell(shares?.[one] ?? null)),
  ]
  return sheetOf(
    paperWord('part.dossiers'),
    [
      paperWord('file.unitCode'),
      paperWord('file.unit'),
      ...dossierParts.map((part) => paperWord(`dossier.${part}`)),
      ...dossierShares.map((one) => paperWord(`dossier.${one}`)),
    ],
    [
      ...rows.map(({ unit, shares }) => line(unit.code, unit.name, shares)),
      ...(total && rows.length > 1 ? [line('', paperWord('part.total'), total)] : []),
    ],
    [14, 40, ...dossierParts.map(() => 14), ...dossierShares.map(() => 14)],
  )
}

function countCell(shares: DossierShares | null, part: DossierPart) {
  if (!shares) return wordCell(t('figures.page.dossiers.notExact'))
  const count = shares.counts[part]
  return count === null ? wordCell(t('figures.page.dossiers.unknown')) : numberCell(count, 'count')
}

const shareCell = (rate: Rate | null) =>
  rate && rate.n > 0 ? numberCell(share(rate), 'share') : null
