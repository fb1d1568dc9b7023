import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import { fail } from './stop'

/** A row of a table with the line of the file it ends on. Cells are trimmed; missing columns are ''. */
export type TableRow = Readonly<{ line: number; cell: (column: string) => string }>
export type Table = Readonly<{ columns: ReadonlySet<string>; rows: readonly TableRow[] }>

/** The whole file; stops with a sentence when it cannot be read. */
export function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (isMissing) fail(`There is no file ${file}.`)
    const reason = error instanceof Error ? error.message : String(error)
    fail(`${file} cannot be read: ${reason}`)
  }
}

/** Its text; stops with a sentence when it is not UTF-8. */
export function decodeText(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    fail(`${basename(file)} is not UTF-8 text. Save it as UTF-8.`)
  }
}

/**
 * Reads comma-, semicolon- or tab-separated text with a header line of known columns.
 * Stops with the line when a row has more or fewer cells than the header, or a quote is not closed.
 */
export function parseTable(text: string, known: readonly string[]): Table {
  const [header, ...rows] = readRecords(text)
  if (!header) fail('The file is empty.')
  const columns = header.cells.map((name) => name.toLowerCase())
  const strange = columns.find((name) => !known.includes(name))
  if (strange !== undefined) {
    fail(`Line 1: unknown column "${strange}". Known columns: ${known.join(', ')}.`)
  }
  const twice = columns.find((name, index) => columns.indexOf(name) !== index)
  if (twice !== undefined) fail(`Line 1: the column "${twice}" is there twice.`)
  for (const { line, cells } of rows) {
    if (cells.length !== columns.length) {
      fail(`Line ${line}: ${cells.length} cells, but the header has ${columns.length}.`)
    }
  }
  if (rows.length === 0) fail('The file has a header, but no rows.')
  return {
    columns: new Set(columns),
    rows: rows.map(({ line, cells }) => ({
      line,
      cell: (column) => cells[columns.indexOf(column)] ?? '',
    })),
  }
}

/** A whole number, null for an empty cell, undefined for anything else (`1.276` could be either). */
export function readCount(cell: string): number | null | undefined {
  if (cell === '') return null
  return /^\d{1,10}$/.test(cell) ? Number(cell) : undefined
}

/** All that is wrong with a file, a line each; the first twenty. */
export function stopFor(problems: readonly string[]): void {
  if (problems.length === 0) return
  const more = problems.length > 20 ? [`… and ${problems.length - 20} more.`] : []
  fail([...problems.slice(0, 20), ...more, 'Nothing was imported.'].join('\n'))
}

function readRecords(text: string): { line: number; cells: string[] }[] {
  const firstLine = text.split('\n', 1)[0] ?? ''
  const delimiter = [';', '\t'].find((one) => firstLine.includes(one)) ?? ','
  const records: { line: number; cells: string[] }[] = []
  try {
    parse(text, {
      bom: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      delimiter,
      on_record: (cells: string[], { lines }) => void records.push({ line: lines, cells }),
    })
    return records
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    fail(`The file is not a readable table: ${error.message}. Nothing was imported.`)
  }
}
