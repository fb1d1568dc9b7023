import type { FileRow } from '@/domain/dossier-header'
import { type Problem, type Result, refused } from '@/domain/problem'
import { readCsvRows } from './csv-rows'
import { readXlsxRows } from './xlsx-rows'

export type TableFileProblem =
  | 'empty-file'
  | 'not-text'
  | 'not-a-table'
  | 'not-a-workbook'
  | 'unpacked-too-large'
  | 'too-many-rows'

/** What is read at once; a year of a province's communes by field is far less. */
export const mostRows = 6000
export const largestFile = 2 * 1024 * 1024

/** The rows of a CSV or XLSX file, told apart by what is in it. Takes breaths: nothing waits for it. */
export async function readTableRows(
  bytes: Uint8Array,
): Promise<Result<readonly FileRow[], TableFileProblem>> {
  if (bytes.byteLength === 0) return refused({ code: 'empty-file' })
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const rows = isZip ? await readXlsxRows(bytes, mostRows) : await readCsvRows(bytes, mostRows)
  if (rows.ok && rows.value.length > mostRows) return refused(tooMany)
  return rows.ok && rows.value.length === 0 ? refused({ code: 'empty-file' }) : rows
}

const tooMany: Problem<'too-many-rows'> = { code: 'too-many-rows', params: { max: mostRows } }
