import { dropStaffDraft, saveStaffDraft } from '@/db/accounts/staff-drafts'
import { saveDossierRows } from '@/db/dossiers/changes'
import { listStandingOf } from '@/db/dossiers/standing'
import { listFields } from '@/db/units/fields'
import { listUnitsFor } from '@/db/units/units'
import type { Scope } from '@/domain/access'
import { dossierParts } from '@/domain/dossier/dossier'
import {
  allFields,
  cellName,
  type PlacedProblem,
  parseTypedTable,
  readTypedTable,
  type TypedTable,
} from '@/domain/dossier/form'
import { localDay, type Period } from '@/domain/period'
import type { Problem } from '@/domain/problem'
import type { Unit } from '@/domain/unit'
import { seeOther, sentence } from '../../../../form-answer'
import { type Posted, takeForm } from '../../../../posted-form'
import { chosenPeriod, readEntryPeriod } from '../../period'
import type { KeptTable } from '../kept-table'

const page = '/dashboard/dossiers/entry'
// Seventy fields with twelve cells each.
const maxBytes = 128 * 1024

/** Stores the typed table; or leads back to it with every sentence that is wrong and everything that was typed. */
export function POST(request: Request): Promise<Response> {
  return takeForm(request, { page, capability: 'dossiers', maxBytes }, async (posted) => {
    const { scope, form, now } = posted
    const units = await listUnitsFor(scope, 'dossiers')
    const unit = units.find(({ code }) => code === form.get('unit'))
    const days = new URLSearchParams({ from: form.get('from') ?? '', to: form.get('to') ?? '' })
    const today = localDay(now)
    const period = readEntryPeriod(chosenPeriod(days, today), today)
    if (!unit || !period.ok) return sentence(request, 404, 'not-found')
    return await save(posted, unit, period.value)
  })
}

async function save({ scope, form, now }: Posted, unit: Unit, period: Period): Promise<Response> {
  const fields = (await listFields()).map(({ code }) => code)
  const typed = readTypedTable(form)
  const { rows, problems } = parseTypedTable(typed, fields)
  const blanked = await findBlanked(unit, period, typed)
  const address = new URLSearchParams({ unit: unit.code, ...period })
  const found: Problem[] = []
  if (problems.length + blanked.length === 0) {
    const change = {
      rows: rows.map(({ field, counts }) => ({
        unitCode: unit.code,
        fieldCode: field,
        period,
        counts,
      })),
      source: form.get('source') ?? '',
      reason: form.get('reason') ?? '',
      seen: (form.get('seen') ?? '').split(' ').map(Number),
    }
    const saved = await saveDossierRows(scope, change, now)
    if (saved.ok) {
      await dropStaffDraft(scope, form.get('draft') ?? '')
      return seeOther(`${page}?${address}&done=saved`)
    }
    found.push(...saved.problems)
  }
  const kept = [...problems, ...blanked, ...found.map(toPlaced)]
  address.set('draft', await keep(scope, { form, typed, unit, period, problems: kept }, now))
  return seeOther(`${page}?${address}#error-summary`)
}

/** A problem of one row names it. */
const toPlaced = (problem: Problem) => ({ row: String(problem.params?.row ?? ''), problem })

/** Rows that have statistics and now hold nothing: emptying a row takes nothing away. */
async function findBlanked(
  unit: Unit,
  period: Period,
  typed: TypedTable,
): Promise<{ row: string; problem: Problem }[]> {
  const codes = new Map((await listFields()).map(({ id, code }) => [id, code]))
  const standing = (await listStandingOf([unit.id], period)).filter(
    (one) => one.period.from === period.from && one.period.to === period.to,
  )
  return standing.flatMap(({ fieldId }) => {
    const field = fieldId === null ? null : (codes.get(fieldId) ?? null)
    const row = field ?? allFields
    if (dossierParts.some((part) => typed[cellName(row, part)])) return []
    return [{ row, problem: { code: 'blanked-row' } }]
  })
}

async function keep(
  scope: Scope,
  given: Readonly<{
    form: URLSearchParams
    typed: KeptTable['typed']
    unit: Unit
    period: Period
    problems: readonly (PlacedProblem | { row: string; problem: Problem })[]
  }>,
  now: number,
): Promise<string> {
  const { form, typed, unit, period, problems } = given
  const [source, reason] = [form.get('source') ?? '', form.get('reason') ?? '']
  const kept = { unit: unit.code, ...period, source, reason, typed, problems }
  return await saveStaffDraft(scope, 'dossier-table', kept, now)
}
