import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { importDossierRows } from '@/db/dossiers/changes'
import { planRows } from '@/db/dossiers/plan'
import { listFields } from '@/db/units/fields'
import { getUnit, listUnits } from '@/db/units/units'
import type { NamedUnit } from '@/domain/dossier/row-source'
import { isDay, type Period } from '@/domain/period'
import { runWritingCommand } from './command'
import { type DossierInput, parseDossierFile, say } from './dossier-file'
import { fail } from './stop'
import { readBytes, stopFor } from './table'

const usage =
  'npm run import:dossiers -- FILE [--unit CODE] [--from DAY --to DAY] [--reason "why it is corrected"]'

type Input = Readonly<{
  file: string
  bytes: Uint8Array
  /** For a table that does not say whose it is. */
  unit: string | undefined
  /** For a table that does not say when. */
  period: Period | null
  reason: string
}>

export default runWritingCommand({ usage, read, run: importDossiers })

function read(): Input {
  const text = { type: 'string' } as const
  const options = { unit: text, from: text, to: text, reason: text }
  const { positionals, values } = parseArgs({ allowPositionals: true, options })
  const [file, ...rest] = positionals
  if (!file || rest.length > 0) fail(`Usage: ${usage}`, 2)
  const { unit, from, to, reason = '' } = values
  const days = [from, to].filter((day) => day !== undefined)
  if (days.some((day) => !isDay(day)) || days.length === 1 || (from && to && from > to)) {
    fail('--from and --to are the first and the last day, as in 2026-01-01.', 2)
  }
  const period = from && to ? { from, to } : null
  return { file, bytes: readBytes(file), unit, period, reason }
}

/** The units that are missing and all statistics in one transaction, or none. */
async function importDossiers({ file, bytes, unit, period, reason }: Input): Promise<void> {
  const context = {
    unit: unit === undefined ? null : await findUnit(unit),
    period,
    fields: await listFields(),
    units: null,
  }
  const input = await parseDossierFile(file, bytes, context)
  const missing = await findMissingUnits(input.lines.map((line) => line.unit))
  const rows = await checkRows(input, missing)
  const made = missing.map(({ code, name, level, parent }) => ({
    code,
    name: name ?? code,
    level,
    ...(parent ? { parentCode: parent } : {}),
  }))
  const source = input.source.slice(0, 120)
  const stored = await importDossierRows({ rows, source, reason, seen: null }, made, Date.now())
  if (!stored.ok) {
    stopFor(stored.problems.map((problem) => say(problem, '')))
    return
  }
  const { added, replaced, same } = stored.value
  const rest = [
    ...(replaced > 0 ? [`${replaced} of them correct what stood.`] : []),
    ...(same > 0 ? [`${same} rows stood already.`] : []),
    made.length > 0
      ? `New units: ${made.map(({ code, name }) => `${code} (${name})`).join(', ')}.`
      : 'No new units.',
  ]
  process.stdout.write(
    `${added + replaced} rows of dossier statistics were imported from ${basename(file)}. ${rest.join(' ')}\n`,
  )
}

async function findUnit(code: string): Promise<NamedUnit> {
  const unit = await getUnit(code)
  if (!unit) fail(`There is no unit ${code}. Nothing was imported.`)
  return { code, name: unit.name, level: unit.level, parent: null }
}

/** The rows to store; stops with the row of the file for each that cannot be. */
async function checkRows({ lines, at }: DossierInput, missing: readonly NamedUnit[]) {
  const rows = lines.map(({ row, unit, field, period, counts }) => ({
    row,
    unitCode: unit.code,
    fieldCode: field,
    period,
    counts,
  }))
  const units = new Map<string, number | null>(missing.map(({ code }) => [code, null]))
  for (const { id, code } of await listUnits()) units.set(code, id)
  const { problems } = await planRows(units, rows)
  stopFor(problems.map(({ row, problem }) => say(problem, at(row.row))))
  return rows
}

/** Parents before their children, each once. */
async function findMissingUnits(named: readonly NamedUnit[]): Promise<NamedUnit[]> {
  const known = new Set((await listUnits()).map(({ code }) => code))
  const waiting = new Map(
    named.filter(({ code }) => !known.has(code)).map((unit) => [unit.code, unit]),
  )
  const nameless = [...waiting.values()].filter(({ name }) => !name)
  stopFor(
    nameless.map(({ code }) => `There is no unit ${code}, and the file gives no name for it.`),
  )
  const ordered: NamedUnit[] = []
  while (waiting.size > 0) {
    const next = [...waiting.values()].find(({ parent }) => parent === null || known.has(parent))
    if (!next) {
      const { code, parent } = [...waiting.values()][0] ?? {}
      fail(`The unit ${code} stands under ${parent}, which does not exist. Nothing was imported.`)
    }
    waiting.delete(next.code)
    known.add(next.code)
    ordered.push(next)
  }
  return ordered
}
