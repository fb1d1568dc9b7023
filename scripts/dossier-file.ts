import { basename, extname } from 'node:path'
import { type DossierFile, type DossierLine, makeLineParser } from '@/domain/dossier/file'
import type { FileContext } from '@/domain/dossier/row-source'
import type { Problem } from '@/domain/problem'
import { readDossierTable } from '@/lib/dossier-table'
import { sayDossierProblem } from '@/lib/dossier-words'
import { translator } from '@/lib/i18n'
import { readDossierJson } from './dossier-json'
import { decodeText, stopFor } from './table'

/** A province's year by commune, field and month. */
const mostRows = 200_000

export type DossierInput = Readonly<{
  source: string
  lines: readonly DossierLine[]
  /** How sentences call a row of this file. */
  at: (row: number) => string
}>

/**
 * Reads the Tân Hiệp kind of JSON, or a CSV or XLSX table as the page for imports does. Stops with everything that is
 * wrong: no count, an identity that does not hold, a time that overlaps another row's of the same unit and field.
 */
export async function parseDossierFile(
  file: string,
  bytes: Uint8Array,
  context: FileContext,
): Promise<DossierInput> {
  const isJson = extname(file).toLowerCase() === '.json'
  const { source, read } = isJson
    ? readJson(file, bytes, context)
    : { source: basename(file), read: await readTable(bytes, context) }
  const at = (row: number) => (row === 0 ? '' : `${isJson ? 'Entry' : 'Row'} ${row}`)
  stopFor(read.findings.map(({ row, problem }) => say(problem, at(row))))
  stopFor(read.lines.length === 0 ? ['There are no counts at all.'] : [])
  return { source, lines: read.lines, at }
}

/** A problem in English, after the place where it is. */
export const say = (problem: Problem, place: string): string =>
  sayDossierProblem(problem, place, translator('en'))

function readJson(file: string, bytes: Uint8Array, context: FileContext) {
  const { source, sources } = readDossierJson(file, decodeText(file, bytes))
  const parser = makeLineParser(context)
  for (const one of sources) parser.parse(one)
  return { source, read: parser.result() }
}

async function readTable(bytes: Uint8Array, context: FileContext): Promise<DossierFile> {
  const read = await readDossierTable(bytes, context, mostRows)
  if (!read.ok) {
    stopFor(read.problems.map((problem) => say(problem, '')))
    return { lines: [], findings: [], skipped: [] }
  }
  return read.value
}
