import type { Cell } from '@/domain/dossier/cell'
import type { FileRow } from '@/domain/dossier/header'
import { walk } from './xml-walk'

const mostColumns = 200

/** The rows of one sheet, cell by cell. */
export async function readSheet(
  bytes: Uint8Array,
  texts: readonly string[],
  most: number,
): Promise<FileRow[]> {
  const rows: FileRow[] = []
  let [row, column, type, value, isValue] = [0, 0, '', '', false]
  let cells: Cell[] = []
  await walk(bytes, {
    open: (name, attributes) => {
      if (name === 'row') [row, cells, column] = [Number(attributes.r ?? row + 1), [], -1]
      if (name === 'c') {
        column = columnOf(attributes.r) ?? column + 1
        ;[type, value] = [attributes.t ?? 'n', '']
      }
      isValue = name === 'v' || name === 't'
    },
    text: (text) => {
      if (isValue) value += text
    },
    close: (name) => {
      isValue = false
      if (name === 'c' && column < mostColumns) setCell(cells, column, cellOf(type, value, texts))
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

function cellOf(type: string, value: string, texts: readonly string[]): Cell {
  if (type === 's') return texts[Number(value)]?.trim() || null
  if (type !== 'n') return value.trim() || null
  return value.trim() === '' || Number.isNaN(Number(value)) ? null : Number(value)
}
