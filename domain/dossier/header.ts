import { withoutPiles } from '../piled-marks'
import { ok, type Problem, type Result, refused } from '../problem'
import type { Cell } from './cell'
import { type DossierColumn, fold, machineNames, mergeOnTime, recognise } from './columns'

/** One row of a file, with the number people see beside it. */
export type FileRow = Readonly<{ row: number; cells: readonly Cell[] }>

/** Which column stands where, and the rows below the header. */
export type Header = Readonly<{
  columns: ReadonlyMap<DossierColumn, number>
  width: number
  body: readonly FileRow[]
}>

export type HeaderProblem = 'no-header' | 'unknown-column' | 'column-twice'

const longestPreamble = 40

/** Biểu số 06 has three. */
const deepestHeader = 10

/**
 * Finds the header as offices write it: our own names of columns, or the words of Biểu số 06 in one row or in merged
 * rows under each other, below any number of title rows. A column that it does not know is a problem, not left out.
 */
export function readHeader(rows: readonly FileRow[]): Result<Header, HeaderProblem> {
  const start = rows.slice(0, longestPreamble).findIndex(isHeaderStart)
  if (start < 0) return refused({ code: 'no-header' })
  const below = rows.slice(start + 1, start + deepestHeader)
  const depth = below.findIndex((row) => !isHeaderGoingOn(row))
  const head = rows.slice(start, start + 1 + (depth < 0 ? below.length : depth))
  const labels = joinLabels(head)
  const columns = new Map<DossierColumn, number>()
  const problems: Problem<HeaderProblem>[] = []
  for (const [index, label] of labels.entries()) {
    const column = recognise(label)
    if (column === undefined) problems.push({ code: 'unknown-column', params: { text: label } })
    else if (column !== null && columns.has(column)) {
      problems.push({ code: 'column-twice', field: column })
    } else if (column !== null) columns.set(column, index)
  }
  if (problems.length > 0) return { ok: false, problems }
  const rest = rows.slice(start + head.length)
  const body = rest[0] && isNumbering(rest[0]) ? rest.slice(1) : rest
  return ok({ columns: mergeOnTime(columns), width: labels.length, body })
}

const textOf = (cell: Cell | undefined): string =>
  typeof cell === 'string' ? withoutPiles(cell).normalize('NFC').replaceAll(/\s+/g, ' ').trim() : ''

function isHeaderStart({ cells }: FileRow): boolean {
  const words = cells.map(textOf).filter(Boolean).map(fold)
  if (words.filter((word) => machineNames.has(word)).length >= 2) return true
  const names = words.some((word) => /linh vuc|don vi|tu ngay|^thang$/.test(word))
  return (
    words.length >= 3 &&
    (names || words.some((word) => /^(stt|tt)$/.test(word))) &&
    words.some((word) => /tiep nhan|giai quyet/.test(word))
  )
}

const belowGroups =
  /^(tong( so| cong)?|trong ky|trong do|truc tuyen|truc tiep.*|.*buu chinh.*|(tu )?ky truoc.*|truoc han|dung han|truoc (han )?va dung han|qua han|tre han|trong han|chua den han|(moi )?tiep nhan.*|so .*)$/

function isHeaderGoingOn({ cells }: FileRow): boolean {
  const words = cells.filter((cell) => cell !== null && cell !== '')
  if (words.length === 0 || words.some((cell) => typeof cell === 'number')) return false
  return words.every((cell) => belowGroups.test(fold(textOf(cell))))
}

/** `(1) (2) (3)=(4)+(5)`, or 1 2 3 … in every column. */
function isNumbering({ cells }: FileRow): boolean {
  const filled = cells.filter((cell) => cell !== null && cell !== '')
  if (filled.length < 3) return false
  const texts = filled.map((cell) => String(cell).trim())
  return (
    texts.every((text) => /^\(\d{1,2}\)/.test(text)) ||
    texts.every((text, i) => text === String(i + 1))
  )
}

/** Each column's words from top to bottom; a merged cell holds for the empty ones right of it. */
function joinLabels(head: readonly FileRow[]): string[] {
  const width = Math.max(...head.map(({ cells }) => lastFilled(cells) + 1))
  const grid = head.map(({ cells }) => Array.from({ length: width }, (_, i) => textOf(cells[i])))
  const filled = grid.map((row) => [...row])
  for (const [level, row] of filled.entries()) {
    if (level === grid.length - 1) continue
    for (let i = 1; i < width; i++) {
      const isOwn = level === 0 || grid[level - 1]?.[i] === ''
      const goesOn = grid.slice(level + 1).some((below) => below[i] !== '')
      if (row[i] === '' && isOwn && goesOn) row[i] = row[i - 1] ?? ''
    }
  }
  return Array.from({ length: width }, (_, i) =>
    filled
      .map((row) => row[i] ?? '')
      .filter((text, level, all) => text !== '' && all.indexOf(text) === level)
      .join(' – '),
  )
}

function lastFilled(cells: readonly Cell[]): number {
  return cells.findLastIndex((cell) => textOf(cell) !== '')
}
