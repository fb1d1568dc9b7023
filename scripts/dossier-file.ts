import { extname } from 'node:path'
import {
  type DossierCounts,
  type DossierPart,
  dossierParts,
  parseDossierCounts,
} from '@/domain/dossier'
import { isDay, overlaps } from '@/domain/period'
import type { Problem } from '@/domain/problem'
import { isUnitCode, unitLevels } from '@/domain/unit'
import { readDossierJson } from './dossier-json'
import type { DossierFile, DossierLine, NamedUnit, RawLine } from './dossier-line'
import { readDossierTable } from './dossier-table'
import { stopFor } from './table'

/**
 * Reads the Tân Hiệp kind of JSON or a table with the columns of Biểu số 06. Stops with every line that
 * is wrong: no count, an identity that does not hold, a time that overlaps another line's of the same unit and field.
 */
export function parseDossierFile(file: string, text: string): DossierFile {
  const isJson = extname(file).toLowerCase() === '.json'
  const { source, raw } = isJson ? readDossierJson(file, text) : readDossierTable(file, text)
  const problems: string[] = []
  const lines = raw.flatMap((one) => parseLine(one, (it) => problems.push(`${one.at}: ${it}`)))
  problems.push(...findOverlaps(lines))
  stopFor(problems)
  return { source, lines }
}

type Note = (sentence: string) => void

function parseLine({ at, cell }: RawLine, note: Note): DossierLine[] {
  const unit = parseUnit(cell, note)
  const [from, to] = [cell('from') ?? '', cell('to') ?? '']
  const wrong = [from, to].find((day) => !isDay(day))
  if (wrong !== undefined) note(`"${wrong}" is no day; write 2026-03-31.`)
  else if (from > to) note(`${from} is after ${to}.`)
  const given = parseCounts(cell, note)
  if (!unit || wrong !== undefined || from > to || !given) return []
  const counts = parseDossierCounts(given)
  if (!counts.ok) {
    for (const problem of counts.problems) note(sentenceOf(problem))
    return []
  }
  return [{ at, unit, field: cell('field'), period: { from, to }, counts: counts.value }]
}

function parseUnit(cell: RawLine['cell'], note: Note): NamedUnit | undefined {
  const code = cell('code')
  const level = unitLevels.find((known) => known === (cell('level') ?? 'xa'))
  if (!code) note('the unit has no code.')
  else if (!isUnitCode(code)) {
    note(
      `"${code.slice(0, 40)}" is no code; it may have letters without accents, digits, dots and hyphens, at most 40.`,
    )
  }
  if (!level) note(`"${cell('level')}" is no level; known: ${unitLevels.join(', ')}.`)
  const name = cell('name')?.normalize('NFC') ?? null
  return code && level ? { code, name, level, parent: cell('parent') } : undefined
}

function parseCounts(cell: RawLine['cell'], note: Note): DossierCounts | undefined {
  let isWrong = false
  const read = (part: DossierPart): [DossierPart, number | null] => {
    const text = cell(part)
    if (text === null) return [part, null]
    if (/^\d{1,10}$/.test(text)) return [part, Number(text)]
    note(`${part} is "${text}", not a whole number.`)
    isWrong = true
    return [part, null]
  }
  // One entry for every part: the record is complete.
  const counts = Object.fromEntries(dossierParts.map(read)) as Record<DossierPart, number | null>
  if (!isWrong && dossierParts.every((part) => counts[part] === null)) note('no counts at all.')
  return isWrong ? undefined : counts
}

const identityNames: Readonly<Record<string, string>> = {
  'received-by-way': 'received = online + direct + carried over',
  'received-by-state': 'received = resolved + in progress',
  'resolved-by-three': 'resolved = before time + on time + late',
  'resolved-in-time': 'resolved in time = before time + on time',
  'resolved-by-time': 'resolved = in time + late',
  'in-progress-by-time': 'in progress = in time + overdue',
}

function sentenceOf({ code, params }: Problem): string {
  return `${identityNames[code] ?? code} does not hold: ${params?.whole} against ${params?.sum}.`
}

function findOverlaps(lines: readonly DossierLine[]): string[] {
  return lines.flatMap((one, index) => {
    const other = lines
      .slice(0, index)
      .find(
        (before) =>
          before.unit.code === one.unit.code &&
          before.field === one.field &&
          overlaps(before.period, one.period),
      )
    return other ? [`${one.at}: its time overlaps that of ${other.at.toLowerCase()}.`] : []
  })
}
