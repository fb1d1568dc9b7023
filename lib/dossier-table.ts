import {
  type DossierFile,
  type FileFinding,
  type FileProblem,
  makeLineParser,
  readDossierFile,
} from '@/domain/dossier/file'
import type { FileContext } from '@/domain/dossier/row-source'
import { ok, type Result } from '@/domain/problem'
import { mostRows, readTableRows, type TableFileProblem } from './table-rows'
import { takeTurn } from './unhurried'

/** Rows between two breaths. */
const breath = 200

/**
 * Reads a CSV or XLSX file with the table of Biểu số 06 and finds everything that is wrong with it. Nobody else waits
 * while it does.
 */
export async function readDossierTable(
  bytes: Uint8Array,
  context: FileContext,
  most = mostRows,
): Promise<Result<DossierFile, TableFileProblem | FileProblem>> {
  const rows = await readTableRows(bytes, most)
  if (!rows.ok) return rows
  const read = readDossierFile(rows.value, context)
  if (!read.ok) return read
  const parser = makeLineParser(context)
  for (const [index, source] of read.value.sources.entries()) {
    parser.parse(source)
    if (index % breath === 0) await takeTurn()
  }
  const { lines, findings, skipped } = parser.result()
  const all: FileFinding[] = [...read.value.findings, ...findings]
  return ok({ lines, findings: all.toSorted((a, b) => a.row - b.row), skipped })
}
