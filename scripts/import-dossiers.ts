import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { writeWithAudit } from '@/db/audit'
import { getOverlappingStat, statStatement } from '@/db/dossier-stats'
import { listFields } from '@/db/fields'
import { listUnits, unitStatement } from '@/db/units'
import { runWritingCommand } from './command'
import { parseDossierFile } from './dossier-file'
import type { DossierFile, NamedUnit } from './dossier-line'
import { fail } from './stop'
import { readText, stopFor } from './table'

const usage = 'npm run import:dossiers -- FILE'

await runWritingCommand({ usage, read, run: importDossiers })

type Input = DossierFile & Readonly<{ file: string }>

function read(): Input {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} })
  const [file, ...rest] = positionals
  if (!file || rest.length > 0) fail(`Usage: ${usage}`, 2)
  return { file, ...parseDossierFile(file, readText(file)) }
}

/** The units that are missing and all statistics in one transaction, or none. */
async function importDossiers({ file, source, lines }: Input): Promise<void> {
  const missing = await findMissingUnits(lines.map(({ unit }) => unit))
  await refuseUnknown({ source, lines })
  const now = Date.now()
  const units = missing.map(({ code, name, level, parent }) =>
    unitStatement({ code, name: name ?? code, level, ...(parent ? { parentCode: parent } : {}) }),
  )
  const stats = lines.map(({ unit, field, period, counts }) =>
    statStatement({ unitCode: unit.code, fieldCode: field, period, counts, source }, now),
  )
  const detail = { file: basename(file), source, units: units.length, rows: stats.length }
  const event = {
    actorId: null,
    actor: 'import:dossiers',
    action: 'dossiers-imported',
    detail,
  } as const
  await writeWithAudit([...units, ...stats], event, now)
  const made = missing.map(({ code, name }) => `${code} (${name})`).join(', ')
  process.stdout.write(
    `${stats.length} rows of dossier statistics were imported from ${basename(file)}. ${made ? `New units: ${made}.` : 'No new units.'}\n`,
  )
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

async function refuseUnknown({ lines }: DossierFile): Promise<void> {
  const ids = new Map((await listUnits()).map(({ code, id }) => [code, id]))
  const fields = new Map((await listFields()).map(({ code, id }) => [code, id]))
  const problems: string[] = []
  for (const { at, unit, field, period } of lines) {
    const fieldId = field === null ? null : fields.get(field)
    if (fieldId === undefined) {
      problems.push(`${at}: there is no field ${field}.`)
      continue
    }
    const unitId = ids.get(unit.code)
    const known = unitId === undefined ? null : await getOverlappingStat(unitId, fieldId, period)
    if (!known) continue
    problems.push(`${at}: ${unit.code} has statistics from ${known.from} to ${known.to} already.`)
  }
  stopFor(problems)
}
