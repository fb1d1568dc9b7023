import type { Cell } from '@/domain/dossier/cell'
import type { FileRow } from '@/domain/dossier/header'
import { dayOfSerial } from '@/domain/dossier/period'
import { lengthen, mostColumns } from './table-limits'
import { walk } from './xml-walk'

/** What cells point to: texts, and the styles in which a number is a day. */
type Shared = Readonly<{ texts: readonly string[]; dates: ReadonlySet<number> }>

/** The rows of one sheet, cell by cell. */
export async function readSheet(
  bytes: Uint8Array,
  shared: Shared,
  most: number,
): Promise<FileRow[]> {
  const rows: FileRow[] = []
  let [row, column, type, style, value, isValue] = [0, 0, '', 0, '', false]
  let cells: Cell[] = []
  const cellOf = cellReader(shared)
  await walk(bytes, {
    open: (name, attributes) => {
      if (name === 'row') [row, cells, column] = [Number(attributes.r ?? row + 1), [], -1]
      if (name === 'c') {
        column = columnOf(attributes.r) ?? column + 1
        ;[type, style, value] = [attributes.t ?? 'n', Number(attributes.s ?? 0), '']
      }
      isValue = name === 'v' || name === 't'
    },
    text: (text) => {
      if (isValue) value = lengthen(value, text)
    },
    close: (name) => {
      isValue = false
      if (name === 'c' && column < mostColumns) setCell(cells, column, cellOf(type, style, value))
      if (name === 'row' && cells.some((cell) => cell !== null)) rows.push({ row, cells })
    },
    isDone: () => rows.length > most,
  })
  return rows.slice(0, most + 1)
}

function setCell(cells: Cell[], column: number, cell: Cell): void {
  while (cells.length < column) cells.push(null)
  cells[column] = cell
}

/** `B3` is 1. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

const cellReader =
  ({ texts, dates }: Shared) =>
  (type: string, style: number, value: string): Cell => {
    if (type === 's') return texts[Number(value)] || null
    if (type !== 'n') return value.trim() || null
    if (value.trim() === '' || Number.isNaN(Number(value))) return null
    // A small number that is shown as a day of long ago is one that was typed into a cell of days.
    return (dates.has(style) && dayOfSerial(Math.floor(Number(value)))) || Number(value)
  }
