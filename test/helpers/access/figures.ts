import { write } from '@/db/client'
import { saveDossierRows } from '@/db/dossiers/changes'
import { recordResponse } from '@/db/responses/intake'
import { sheetStatement } from '@/db/tallies/sheets'
import type { Scope } from '@/domain/access'
import { type DossierCounts, dossierParts } from '@/domain/dossier/dossier'
import { idOf } from '../envelopes'
import { lines } from '../recount'
import type { UnitCode } from './cast'
import { codeOf, dossierSizes, september, sheetSizes } from './place'

/** When everything of this office came in; the people ask later. */
export const arrival = Date.UTC(2025, 9, 20, 3)

export const range = (n: number) => Array.from({ length: n }, (_, index) => index)

export const numbers = async (sql: string) => (await lines(sql)).map(Number)

export function must<T>(
  result: Readonly<{ ok: true; value: T } | { ok: false; problems: unknown }>,
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

/** So many responses a minute apart; their numbers. */
export async function record(
  unit: UnitCode,
  survey: string,
  n: number,
  from: number,
  answersOf: (n: number) => Readonly<Record<string, unknown>>,
): Promise<number[]> {
  const ids = range(n).map((index) => idOf(`${survey} ${unit} ${index}`))
  for (const [index, id] of ids.entries()) {
    const at = from + index * 60_000
    const envelope = {
      ...{ id, door: `${codeOf(unit)}.${survey}`, surveyVersionId: `${survey}@1` },
      ...{ answers: answersOf(index), locale: 'vi' as const },
      ...{ startedAt: at - 40_000, answeredAt: at, sentAt: at },
    }
    const recorded = await recordResponse(envelope, at)
    if (recorded.outcome !== 'recorded') throw new Error(JSON.stringify(recorded))
  }
  const list = ids.map((id) => `'${id}'`).join(', ')
  return numbers(`select seq from responses where id in (${list}) order by seq`)
}

export async function countByHand(unit: UnitCode, unitId: number, source: string): Promise<void> {
  const [versionId = 0] = await numbers(
    "select id from survey_versions where public_id = 'desk-8@1'",
  )
  const sheet = {
    ...{ versionId, questionId: 'q8', unitId, channel: 'paper' as const, period: september },
    levels: [0, 0, 0, 0, sheetSizes[unit]] as const,
    ...{ handedOut: null, returned: null, invalid: null, publishedScore: null },
    source,
  }
  await write([sheetStatement(sheet, arrival)])
}

export async function enterDossiers(unit: UnitCode, by: Scope, source: string): Promise<void> {
  const nothing = Object.fromEntries(dossierParts.map((part) => [part, null]))
  const counts = { ...nothing, resolved: dossierSizes[unit] } as DossierCounts
  const months = [september, { from: '2025-07-01', to: '2025-07-31' }]
  const more = [1, 2, 3].map((n) => ({ from: `2025-0${n}-01`, to: `2025-0${n}-28` }))
  const rows = [...months, ...more].map((period) => ({
    ...{ unitCode: codeOf(unit), fieldCode: null, period, counts },
  }))
  const change = { rows, source, reason: '', seen: [] }
  must(await saveDossierRows(by, change, arrival))
}
