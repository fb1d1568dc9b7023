/**
 * A text, or a number as spreadsheets in Vietnam read it (decimal comma), or null for an empty cell.
 * Texts come from people: those that a spreadsheet would take for a formula are made harmless.
 */
export type CsvCell = string | number | null

/** What every file begins with, so that Excel takes it for UTF-8. */
export const byteOrderMark = '\uFEFF'

/** One line with `;` between the cells and CRLF at its end. */
export const csvLine = (cells: readonly CsvCell[]): string => `${csvCells(cells)}\r\n`

/** Cells beside each other, as they stand in the middle of a line. */
export const csvCells = (cells: readonly CsvCell[]): string => cells.map(csvCell).join(';')

function csvCell(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  const text = neutralise(cell).replace(/[\r\n\u2028\u2029]+/g, ' ')
  return /[";,]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * An apostrophe before what could run as a formula (OWASP, CSV injection): = + - @, also in their full-width forms and
 * behind spaces, quotes and characters that are not seen, and a leading tab or line break.
 */
const neutralise = (text: string): string => (formula.test(text) ? `'${text}` : text)

const formula = /^(?:[\t\r\n]|[\s"'“”‘’`\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u
