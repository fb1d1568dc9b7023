import { overlaps, type Period } from '../period'
import { ok, type Problem, type Result, refused } from '../problem'
import type { Cell } from './cell'
import { fold } from './columns'
import type { DossierCounts } from './dossier'
import { type FileRow, type Header, type HeaderProblem, readHeader } from './header'
import { parsePeriod } from './period'
import { parseField, parseUnit } from './place'
import { type DossierRowProblem, parseDossierRow } from './row'
import type { FileContext, NamedUnit, PlaceProblem, RowSource } from './row-source'

/** One unit's (and field's) dossiers over one period, with the place in the file for messages. */
export type DossierLine = Readonly<{
  row: number
  unit: NamedUnit
  field: string | null
  period: Period
  counts: DossierCounts
}>

export type FileProblem =
  | HeaderProblem
  | DossierRowProblem
  | 'no-unit'
  | 'no-period'
  | 'no-rows'
  | 'cells'
  | PlaceProblem
  | 'overlaps-row'

/** `row` is 0 for what is wrong with the file as a whole. */
export type FileFinding = Readonly<{ row: number; problem: Problem<FileProblem> }>

export type DossierFile = Readonly<{
  lines: readonly DossierLine[]
  findings: readonly FileFinding[]
  /** Rows without any number: they were left out. */
  skipped: readonly number[]
}>

/** Reads the rows of a table under whatever header it has, with everything that is wrong. */
export function readDossierFile(
  rows: readonly FileRow[],
  context: FileContext,
): Result<{ sources: RowSource[]; findings: FileFinding[] }, FileProblem> {
  const header = readHeader(rows)
  if (!header.ok) return header
  const { columns, width, body } = header.value
  if (!columns.has('code') && !context.unit) return refused({ code: 'no-unit' })
  if (!hasPeriod(header.value) && !context.period) return refused({ code: 'no-period' })
  const filled = body.filter(({ cells }) => cells.some((cell) => cell !== null && cell !== ''))
  if (filled.length === 0) return refused({ code: 'no-rows' })
  const findings = filled.flatMap(({ row, cells }): FileFinding[] => {
    const beyond = cells.findLastIndex((cell) => cell !== null && cell !== '') + 1
    if (beyond <= width) return []
    return [{ row, problem: { code: 'cells', params: { n: beyond, of: width } } }]
  })
  const sources = filled.map(({ row, cells }) => ({
    row,
    cell: cellsOf(columns, cells),
    needsField: columns.has('field') && !columns.has('code'),
  }))
  return ok({ sources, findings })
}

/** Parses rows one after another, so that a caller can take a breath between them. */
export function makeLineParser(context: FileContext) {
  const codes = new Map(
    context.fields.flatMap(({ code, name }) => [
      [code, code],
      [fold(name), code],
    ]),
  )
  const lines: DossierLine[] = []
  const findings: FileFinding[] = []
  const skipped: number[] = []
  const places = new Map<string, DossierLine[]>()

  function parse(source: RowSource): void {
    const { row, cell } = source
    const counts = parseDossierRow((part) => cell(part))
    if (counts.ok && counts.value === null) {
      skipped.push(row)
      return
    }
    const note = (problem: Problem<FileProblem>) => void findings.push({ row, problem })
    if (!counts.ok) counts.problems.forEach(note)
    const unit = parseUnit(source.cell, context, note)
    const field = parseField(source, codes, note)
    const period = parsePeriod(source.cell, context.period, note)
    if (!counts.ok || counts.value === null || !unit || field === undefined || !period) return
    const line = { row, unit, field, period, counts: counts.value }
    const there = places.get(placeOf(line)) ?? []
    const other = there.find((before) => overlaps(before.period, period))
    if (other) note({ code: 'overlaps-row', params: { other: String(other.row) } })
    else places.set(placeOf(line), [...there, line])
    lines.push(line)
  }

  return { parse, result: (): DossierFile => ({ lines, findings, skipped }) }
}

const placeOf = ({ unit, field }: DossierLine) => `${unit.code} ${field ?? ''}`

const hasPeriod = ({ columns }: Header) =>
  columns.has('month') || (columns.has('from') && columns.has('to'))

function cellsOf(columns: Header['columns'], cells: readonly Cell[]): RowSource['cell'] {
  // "Tổng cộng" may stand in a column that says nothing otherwise, merged with that of the fields.
  const isTotal = cells.some(
    (cell) => typeof cell === 'string' && /^\s*t/i.test(cell) && isTotalWord(cell),
  )
  return (column) => {
    if (column === 'field' && isTotal) return 'Tổng cộng'
    const index = columns.get(column)
    return index === undefined ? null : (cells[index] ?? null)
  }
}

const isTotalWord = (text: string) => /^tong( cong| so)?$/.test(fold(text))
