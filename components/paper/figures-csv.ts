import { byteOrderMark, type CsvCell, csvLine } from '@/domain/csv'
import type { FigureRow, Figures } from '@/domain/figure'
import { kindOf, type ValueName, valueNames, valuesOf } from '@/domain/figure-values'
import { formatDay, localDay, localTime, type Period } from '@/domain/period'
import type { Report } from '@/domain/report'
import { paperWord } from '@/lib/paper-words'
import { statusWord, tableName } from './file-words'

const context = ['unitCode', 'unit', 'surveyCode', 'survey', 'asOf', 'formula'] as const
const place = ['table', 'from', 'to', 'key', 'label', 'status'] as const

/**
 * Every row of every breakdown of a report on a line of its own, with all that is needed to understand it alone.
 * Percentages are numbers of 0–100; a hidden group has its name and status only.
 */
export function* figuresCsv(report: Report): Generator<string> {
  yield byteOrderMark +
    csvLine([
      ...[...context, ...place].map((name) => paperWord(`file.${name}`)),
      ...valueNames.map(valueHeading),
    ])
  const { total } = report
  const head = contextCells(total)
  const line = (table: string, period: Period, row: FigureRow) =>
    csvLine([
      ...head,
      table,
      formatDay(row.from ?? period.from),
      formatDay(row.to ?? period.to),
      row.key,
      row.label,
      statusWord(row),
      ...valueCells(row),
    ])
  yield line(paperWord('file.total'), total.period, withCoverage(total))
  yield line(paperWord('file.previous'), report.previous.period, report.previous.total)
  yield line(paperWord('file.lastYear'), report.lastYear.period, report.lastYear.total)
  for (const figures of report.breakdowns) {
    for (const row of figures.rows) yield line(tableName(figures), total.period, row)
  }
}

/** The total as a row with its own coverage. */
export const withCoverage = ({ total, coverage }: Figures): FigureRow =>
  total.status === 'suppressed' ? total : { ...total, coverage }

function contextCells({ scope, asOf }: Figures): CsvCell[] {
  const at = Date.parse(asOf)
  return [
    scope.unit.code,
    scope.unit.name,
    scope.survey.code,
    scope.survey.title,
    `${formatDay(localDay(at))} ${localTime(at)}`,
    paperWord('file.formulaName'),
  ]
}

function valueHeading(name: ValueName): string {
  const heading = paperWord(`file.${name}`)
  return kindOf(name) === 'share' ? paperWord('file.percent', { name: heading }) : heading
}

function valueCells(row: FigureRow): CsvCell[] {
  const values = valuesOf(row)
  return valueNames.map((name) => {
    const value = values[name]
    // 0.9446 × 100 has a tail of its own; the share has four decimals.
    return value !== null && kindOf(name) === 'share' ? Math.round(value * 10_000) / 100 : value
  })
}
