import { isDay, monthPeriod, overlaps, type Period } from '@/domain/period'
import { countOf, type Levels } from '@/domain/rate'
import { fail } from './stop'
import { parseTable, readCount, stopFor, type TableRow } from './table'

/** One line of an office's counts. */
export type SheetLine = Readonly<{
  line: number
  period: Period
  levels: Levels
  handedOut: number | null
  returned: number | null
  invalid: number | null
  publishedScore: string | null
}>

const levelColumns = [
  'very_dissatisfied',
  'dissatisfied',
  'neither',
  'satisfied',
  'very_satisfied',
] as const
const formColumns = ['handed_out', 'returned', 'invalid'] as const
const columns = ['month', 'from', 'to', ...levelColumns, ...formColumns, 'published_score']

/**
 * Reads counts by month or by days. Stops with every line that is wrong: no day, no count, more answers
 * than forms, a time that overlaps another line's.
 */
export function parseTallyFile(text: string): SheetLine[] {
  const table = parseTable(text, columns)
  const absent = levelColumns.filter((name) => !table.columns.has(name))
  if (absent.length > 0) fail(`Line 1: the column "${absent.join('", "')}" is missing.`)
  const byMonth = table.columns.has('month')
  const byDays = table.columns.has('from') && table.columns.has('to')
  if (byMonth === byDays) fail('Line 1: give either the column month, or the columns from and to.')
  const problems: string[] = []
  const lines = table.rows.flatMap((row) => {
    const note = (sentence: string) => void problems.push(`Line ${row.line}: ${sentence}`)
    const period = byMonth ? readMonth(row, note) : readDays(row, note)
    const counts = readCounts(row, note)
    if (!period || !counts) return []
    const publishedScore = readScore(row, note)
    return [{ line: row.line, period, publishedScore, ...counts }]
  })
  problems.push(...findOverlaps(lines))
  stopFor(problems)
  return lines
}

type Note = (sentence: string) => void

function readMonth({ cell }: TableRow, note: Note): Period | undefined {
  const month = cell('month')
  if (isDay(`${month}-01`)) return monthPeriod(month)
  note(`"${month}" is no month; write 2026-03.`)
  return undefined
}

function readDays({ cell }: TableRow, note: Note): Period | undefined {
  const [from, to] = [cell('from'), cell('to')]
  const wrong = [from, to].filter((day) => !isDay(day))
  for (const day of wrong) note(`"${day}" is no day; write 2026-03-31.`)
  if (wrong.length > 0) return undefined
  if (from > to) note(`${from} is after ${to}.`)
  return { from, to }
}

function readCounts({ cell }: TableRow, note: Note) {
  const read = (column: string) => {
    const count = readCount(cell(column))
    if (count === undefined) note(`${column} is "${cell(column)}", not a whole number.`)
    return count
  }
  const [n1, n2, n3, n4, n5] = levelColumns.map((column) => {
    const count = read(column)
    if (count === null) note(`${column} is empty.`)
    return count
  })
  const [handedOut, returned, invalid] = formColumns.map(read)
  if (n1 == null || n2 == null || n3 == null || n4 == null || n5 == null) return undefined
  if (handedOut === undefined || returned === undefined || invalid === undefined) return undefined
  const levels: Levels = [n1, n2, n3, n4, n5]
  if (handedOut !== null && returned !== null && returned > handedOut) {
    note(`${returned} forms came back, but only ${handedOut} were handed out.`)
  }
  const answers = countOf(levels) + (invalid ?? 0)
  if (returned !== null && answers > returned) {
    note(`${answers} valid and invalid forms, but only ${returned} came back.`)
  } else if (returned === null && handedOut !== null && answers > handedOut) {
    note(`${answers} valid and invalid forms, but only ${handedOut} were handed out.`)
  }
  return { levels, handedOut, returned, invalid }
}

function readScore({ cell }: TableRow, note: Note): string | null {
  const score = cell('published_score')
  const isScore = /^\d{1,3}([.,]\d+)?$/.test(score) && Number(score.replace(',', '.')) <= 100
  if (score !== '' && !isScore) note(`published_score is "${score}", not a number from 0 to 100.`)
  return score === '' ? null : score
}

function findOverlaps(lines: readonly SheetLine[]): string[] {
  const sorted = lines.toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1))
  return sorted.flatMap((one, index) => {
    const before = sorted[index - 1]
    if (!before || !overlaps(before.period, one.period)) return []
    const [first, second] = [before.line, one.line].sort((a, b) => a - b)
    return [`Line ${second}: its time overlaps that of line ${first}.`]
  })
}
