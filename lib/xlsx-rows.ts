import { setImmediate } from 'node:timers/promises'
import sax from 'sax'
import type { Cell } from '@/domain/dossier-cell'
import type { FileRow } from '@/domain/dossier-header'
import { ok, type Result, refused } from '@/domain/problem'
import { NotAnArchive, openZip, UnpacksTooLarge } from './zip'

const largestUnpacked = 32 * 1024 * 1024
const pieceLength = 32 * 1024
const mostColumns = 200

/**
 * The rows of a workbook's first sheet that have anything in them, numbers as numbers and merged cells as their first
 * one; at most one more than `most`. Formulas count for the value that was last worked out.
 */
export async function readXlsxRows(
  bytes: Uint8Array,
  most: number,
): Promise<Result<readonly FileRow[], 'not-a-workbook' | 'unpacked-too-large'>> {
  try {
    const read = openZip(bytes, largestUnpacked)
    const sheet = await read(await findSheet(read))
    if (!sheet) return refused({ code: 'not-a-workbook' })
    const texts = await readTexts(await read('xl/sharedStrings.xml'))
    return ok(await readSheet(sheet, texts, most))
  } catch (error) {
    if (error instanceof UnpacksTooLarge) return refused({ code: 'unpacked-too-large' })
    if (error instanceof NotAnArchive || error instanceof NotXml) {
      return refused({ code: 'not-a-workbook' })
    }
    throw error
  }
}

class NotXml extends Error {}

type Read = ReturnType<typeof openZip>

type Handlers = Readonly<{
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  close?: (name: string) => void
  text?: (text: string) => void
  /** Whether the rest is of no interest. */
  isDone?: () => boolean
}>

/** Goes through a document piece by piece, with a breath between them. Names come without their prefix. */
async function walk(bytes: Uint8Array, handlers: Handlers): Promise<void> {
  const parser = sax.parser(true)
  parser.onopentag = ({ name, attributes }) =>
    handlers.open?.(local(name), attributes as Record<string, string>)
  parser.onclosetag = (name) => handlers.close?.(local(name))
  parser.ontext = (text) => handlers.text?.(text)
  parser.oncdata = (text) => handlers.text?.(text)
  parser.onerror = () => {
    throw new NotXml()
  }
  const decoder = new TextDecoder()
  for (let start = 0; start < bytes.length; start += pieceLength) {
    const piece = bytes.subarray(start, start + pieceLength)
    parser.write(decoder.decode(piece, { stream: true }))
    if (handlers.isDone?.()) return
    await setImmediate()
  }
  parser.close()
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** Where the first sheet of the workbook lies. */
async function findSheet(read: Read): Promise<string> {
  const [workbook, links] = [
    await read('xl/workbook.xml'),
    await read('xl/_rels/workbook.xml.rels'),
  ]
  if (!workbook || !links) throw new NotAnArchive()
  let wanted = ''
  await walk(workbook, {
    open: (name, attributes) => {
      if (name === 'sheet' && wanted === '') wanted = attributes['r:id'] ?? idIn(attributes)
    },
  })
  let target = 'worksheets/sheet1.xml'
  await walk(links, {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id === wanted && Target) target = Target
    },
  })
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

const idIn = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''

/** The texts that cells point to; readings of Eastern characters are left out. */
async function readTexts(bytes: Uint8Array | null): Promise<string[]> {
  const texts: string[] = []
  if (!bytes) return texts
  let [isText, isReading] = [false, false]
  await walk(bytes, {
    open: (name) => {
      if (name === 'si') texts.push('')
      if (name === 'rPh') isReading = true
      isText = name === 't'
    },
    close: (name) => {
      if (name === 'rPh') isReading = false
      isText = false
    },
    text: (text) => {
      if (isText && !isReading) texts[texts.length - 1] += text
    },
  })
  return texts
}

async function readSheet(
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
