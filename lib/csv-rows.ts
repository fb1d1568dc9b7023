import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { FileRow } from '@/domain/dossier/header'
import { ok, type Result, refused } from '@/domain/problem'
import { mostColumns, shorten } from './table-limits'
import { takeTurn } from './unhurried'

const pieceLength = 16 * 1024

/** Far more cells than any table has in a line: that many at once would hold others up. */
const mostSigns = 10_000
class TooWide extends Error {}

/** Rows of text apart by `;`, commas or tabs, with the line each begins on; one more than `most` at the most. */
export async function readCsvRows(
  bytes: Uint8Array,
  most: number,
): Promise<Result<readonly FileRow[], 'not-text' | 'not-a-table'>> {
  const text = decode(bytes)
  if (text === null) return refused({ code: 'not-text' })
  const delimiter = delimiterOf(text)
  const parser = parse({
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    info: true,
  })
  const rows: FileRow[] = []
  const source = Readable.from(piecesOf(text, delimiter))
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  try {
    for await (const one of parser as AsyncIterable<Parsed>) {
      const cells = one.record.slice(0, mostColumns).map(shorten)
      if (cells.some((cell) => cell !== '')) rows.push({ row: one.info.lines, cells })
      if (rows.length > most) break
    }
    return ok(rows)
  } catch (error) {
    if (!(error instanceof CsvError || error instanceof TooWide)) throw error
    return refused({ code: 'not-a-table' })
  } finally {
    source.destroy()
  }
}

type Parsed = Readonly<{ record: string[]; info: Readonly<{ lines: number }> }>

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The one that occurs most in the first lines: titles above the header may have commas of their own. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 4096)
  const counts = [';', '\t', ','].map((sign) => [sign, head.split(sign).length] as const)
  return counts.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ';'
}

async function* piecesOf(text: string, delimiter: string): AsyncGenerator<string> {
  let signs = 0
  for (let start = 0; start < text.length; start += pieceLength) {
    const piece = text.slice(start, start + pieceLength)
    for (const one of piece) {
      if (one === delimiter) signs++
      else if (one === '\n' || one === '\r') signs = 0
    }
    if (signs > mostSigns) throw new TooWide()
    yield piece
    await takeTurn()
  }
}
