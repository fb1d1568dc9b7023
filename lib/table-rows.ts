import type { FileRow } from '@/domain/dossier/header'
import { type Result, refused } from '@/domain/problem'
import { readCsvRows } from './csv-rows'
import { shared } from './shared'
import { readXlsxRows } from './xlsx-rows'

export type TableFileProblem =
  | 'empty-file'
  | 'not-text'
  | 'not-a-table'
  | 'not-a-workbook'
  | 'unpacked-too-large'
  | 'too-many-rows'

/**
 * What a page takes at once: a period of a commune has some 70 rows. All of a file is stored in one transaction, during
 * which everybody waits (25 µs a row, 45 µs where it corrects); the command takes more.
 */
export const mostRows = 1000
export const largestFile = 2 * 1024 * 1024

/** Files are read one after the other: each may unpack to a good deal of memory. */
const queue = shared('files that are read', () => ({ last: Promise.resolve<unknown>(null) }))

/** The rows of a CSV or XLSX file, told apart by what is in it. Takes breaths: nothing but other files waits for it. */
export function readTableRows(
  bytes: Uint8Array,
  most: number,
): Promise<Result<readonly FileRow[], TableFileProblem>> {
  const read = () => readRows(bytes, most)
  const rows = queue.last.then(read, read)
  queue.last = rows
  return rows
}

async function readRows(
  bytes: Uint8Array,
  most: number,
): Promise<Result<readonly FileRow[], TableFileProblem>> {
  if (bytes.byteLength === 0) return refused({ code: 'empty-file' })
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const rows = isZip ? await readXlsxRows(bytes, most) : await readCsvRows(bytes, most)
  if (rows.ok && rows.value.length > most) {
    return refused({ code: 'too-many-rows', params: { max: most } })
  }
  return rows.ok && rows.value.length === 0 ? refused({ code: 'empty-file' }) : rows
}
