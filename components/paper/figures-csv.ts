import { byteOrderMark, type CsvCell, csvLine } from '@/domain/csv'
import { dossierParts } from '@/domain/dossier/dossier'
import type { DossierShares } from '@/domain/dossier/table'
import type { Figures } from '@/domain/figure'
import {
  kindOf,
  share,
  type ValueName,
  type Values,
  valueNames,
  valuesOf,
} from '@/domain/figure-values'
import { formatDay, formatDayTime, type Period } from '@/domain/period'
import type { Rate } from '@/domain/rate'
import type { Report } from '@/domain/report'
import { paperWord } from '@/lib/paper-words'
import { statusWord, tableName } from './file-words'
import { besideNames, listTotalLines } from './total-lines'

const context = ['unitCode', 'unit', 'surveyCode', 'survey', 'asOf', 'formula'] as const
const place = ['table', 'from', 'to', 'key', 'label', 'status'] as const
const dossierShares = ['onTimeOfResolved', 'onTimeOfReceived', 'inProgressOfReceived'] as const

/**
 * Every row of every breakdown of a report on a line of its own, with all that is needed to understand it alone.
 * Percentages are numbers of 0–100; a hidden group has its name and status only. The dossiers come last.
 */
export function* figuresCsv(report: Report): Generator<string> {
  yield byteOrderMark + csvLine(headings())
  const { total, breakdowns, dossiers } = report
  const head = contextCells(total)
  const line = (...cells: CsvCell[]) => csvLine([...head, ...cells, ...blanks(cells.length)])
  for (const one of listTotalLines(report)) {
    const { table, key, label, status, values, besides } = one
    const beside = besideNames.map((name) => besides[name] ?? null)
    yield line(table, ...daysOf(one.period), key, label, status, ...valueCells(values), ...beside)
  }
  for (const figures of breakdowns) {
    for (const row of figures.rows) {
      const days = daysOf({ from: row.from ?? total.period.from, to: row.to ?? total.period.to })
      const values = valueCells(valuesOf(row))
      yield line(tableName(figures), ...days, row.key, row.label, statusWord(row), ...values)
    }
  }
  const before = [...valueNames, ...besideNames].map(() => null)
  for (const { unit, shares } of dossiers.rows) {
    if (!shares) continue
    const place = [unit.code, unit.name, null, ...before]
    yield line(
      paperWord('part.dossiers'),
      ...daysOf(dossiers.period),
      ...place,
      ...dossierCells(shares),
    )
  }
}

const headings = (): string[] => [
  ...[...context, ...place].map((name) => paperWord(`file.${name}`)),
  ...valueNames.map(valueHeading),
  ...besideNames.map((name) => paperWord(`file.${name}`)),
  ...dossierParts.map((part) =>
    paperWord('file.ofDossiers', { name: paperWord(`dossier.${part}`) }),
  ),
  ...dossierShares.map((name) =>
    paperWord('file.percent', {
      name: paperWord('file.ofDossiers', { name: paperWord(`dossier.${name}`) }),
    }),
  ),
]

/** Every line has a cell under every heading. */
const blanks = (used: number): null[] =>
  Array.from({ length: headings().length - context.length - used }, () => null)

const daysOf = ({ from, to }: Period): [string, string] => [formatDay(from), formatDay(to)]

function dossierCells(shares: DossierShares): CsvCell[] {
  return [
    ...dossierParts.map((part) => shares.counts[part]),
    ...dossierShares.map((name) => percentOf(shares[name])),
  ]
}

const percentOf = (rate: Rate | null): number | null =>
  rate && rate.n > 0 ? hundredfold(share(rate)) : null

function contextCells({ scope, asOf }: Figures): CsvCell[] {
  const at = Date.parse(asOf)
  return [
    scope.unit.code,
    scope.unit.name,
    scope.survey.code,
    scope.survey.title,
    formatDayTime(at),
    paperWord('file.formulaName'),
  ]
}

function valueHeading(name: ValueName): string {
  const heading = paperWord(`file.${name}`)
  return kindOf(name) === 'share' ? paperWord('file.percent', { name: heading }) : heading
}

const valueCells = (values: Values): CsvCell[] =>
  valueNames.map((name) => {
    const value = values[name]
    return value !== null && kindOf(name) === 'share' ? hundredfold(value) : value
  })

/** 0.9446 × 100 has a tail of its own; a share has four decimals. */
const hundredfold = (value: number): number => Math.round(value * 10_000) / 100
