import { saveStaffDraft } from '@/db/accounts/staff-drafts'
import { listFields } from '@/db/units/fields'
import { listUnitsFor } from '@/db/units/units'
import type { FileFinding } from '@/domain/dossier/file'
import { localDay, type Period } from '@/domain/period'
import type { Problem } from '@/domain/problem'
import { tidy } from '@/domain/tidy-text'
import type { Unit } from '@/domain/unit'
import { readDossierTable } from '@/lib/dossier-table'
import { largestFile } from '@/lib/table-rows'
import { seeOther, sentence } from '../../../../form-answer'
import { takeUpload } from '../../../../posted-form'
import { chosenPeriod, readEntryPeriod } from '../../period'
import { type KeptFile, mostFindings } from '../kept-file'

const page = '/dashboard/dossiers/import'
// The file with the few words around it.
const maxBytes = largestFile + 16 * 1024

/** Reads a file and leads to its preview; stores no statistics. */
export function POST(request: Request): Promise<Response> {
  return takeUpload(request, { page, capability: 'dossiers', maxBytes }, async (posted) => {
    const { scope, now } = posted
    const { form, isWhole } = posted.form
    const words = wordsOf(form)
    const back = (more: Record<string, string>) =>
      seeOther(`${page}?${new URLSearchParams([...words, ...Object.entries(more)])}#error-summary`)
    const units = await listUnitsFor(scope, 'dossiers')
    const unit = units.find(({ code }) => code === words.get('unit'))
    if (!isWhole) return back({ problem: 'file-too-large' })
    if (!unit) return sentence(request, 404, 'not-found')
    const today = localDay(now)
    const period = readEntryPeriod(chosenPeriod(words, today), today)
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0) return back({ problem: 'no-file' })
    if (file.size > largestFile) return back({ problem: 'file-too-large' })
    if (!period.ok) return back({ problem: period.problems[0]?.code ?? 'not-a-period' })
    const kept = await readFile(file, { unit, period: period.value, units })
    const draft = await saveStaffDraft(scope, 'dossier-file', kept, now)
    return kept.problems > 0
      ? back({ draft })
      : seeOther(`${page}?${new URLSearchParams({ draft })}`)
  })
}

/** What was chosen, to be kept through a refusal. */
const choiceNames = ['unit', 'period', 'calendar', 'year', 'from', 'to']

function wordsOf(form: FormData): URLSearchParams {
  const words = new URLSearchParams()
  for (const name of choiceNames) {
    const value = form.get(name)
    if (typeof value === 'string' && value.length <= 40) words.set(name, value)
  }
  return words
}

type Place = Readonly<{ unit: Unit; period: Period; units: readonly Unit[] }>

async function readFile(file: File, { unit, period, units }: Place): Promise<KeptFile> {
  const name = tidy(file.name).slice(0, 100)
  const read = await readDossierTable(new Uint8Array(await file.arrayBuffer()), {
    unit: { code: unit.code, name: unit.name, level: unit.level, parent: null },
    period,
    fields: await listFields(),
    units: new Set(units.map(({ code }) => code)),
  })
  const empty = { file: name, rows: [], skipped: 0 }
  if (!read.ok)
    return { ...empty, ...counted(read.problems.map((problem) => ({ row: 0, problem }))) }
  const { lines, findings, skipped } = read.value
  if (findings.length > 0) return { ...empty, ...counted(findings) }
  const rows = lines.map(({ row, unit: { code }, field, period: days, counts }) => ({
    row,
    unitCode: code,
    fieldCode: field,
    period: days,
    counts,
  }))
  return { file: name, rows, skipped: skipped.length, findings: [], problems: 0 }
}

/** The first of them, and how many there are. */
const counted = (findings: readonly (FileFinding | { row: number; problem: Problem })[]) => ({
  findings: findings.slice(0, mostFindings),
  problems: findings.length,
})
