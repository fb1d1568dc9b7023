import { write } from '@/db/client'
import { statStatement } from '@/db/dossiers/statements'
import { listRates } from '@/db/rates/figures'
import { getVersion } from '@/db/surveys/surveys'
import { sheetStatement } from '@/db/tallies/sheets'
import { getUnit } from '@/db/units/units'
import type { Channel } from '@/domain/door'
import { noDossierCounts } from '@/domain/dossier/dossier'
import type { By, Figures } from '@/domain/figure'
import { monthPeriod, type Period } from '@/domain/period'
import type { Levels } from '@/domain/rate'
import type { RatesFilter } from '@/domain/rates-filter'
import { arrival, scopeAt, type UnitCode, type Visit } from './district'

export const october = monthPeriod('2026-10')
export const autumn = { from: '2026-09-01', to: '2026-11-30' }

/** What a viewer of the whole province reads of desk-8 in autumn, unless told otherwise. */
export const readRates = async (
  filter: Partial<RatesFilter>,
  by: By = 'total',
): Promise<Figures> => {
  const whole = { survey: 'desk-8', unit: 'tinh', ...autumn, by, locale: 'vi', ...filter } as const
  const rates = await listRates(await scopeAt('tinh'), whole, arrival)
  if (!rates.ok) throw new Error(JSON.stringify(rates.problems))
  return rates.value
}

/** So many visits like this one. */
export const visits = (n: number, visit: Partial<Visit> = {}): Visit[] =>
  Array.from({ length: n }, () => ({
    survey: 'desk-8',
    version: 1,
    unit: 'xa-a',
    place: 'kiosk',
    daysAgo: 30,
    answers: { q8: 5 },
    ...visit,
  }))

export async function addSheet(
  period: Period,
  levels: Levels,
  {
    unit = 'xa-a',
    version = 'desk-8@1',
    question = 'q8',
    channel = 'paper',
    ...forms
  }: Partial<Record<'unit' | 'version' | 'question' | 'channel', string>> &
    Partial<Record<'handedOut' | 'returned' | 'invalid', number>> = {},
): Promise<void> {
  const versionId = (await getVersion(version))?.rowId ?? 0
  const unitId = (await getUnit(unit))?.id ?? 0
  const parts = { handedOut: null, returned: null, invalid: null, publishedScore: null }
  const sheet = {
    ...parts,
    ...forms,
    versionId,
    unitId,
    questionId: question,
    source: 'test',
    period,
    levels,
  }
  await write([sheetStatement({ ...sheet, channel: channel as Channel }, arrival)])
}

export async function addStatistics(
  unit: UnitCode,
  period: Period,
  resolved: number,
): Promise<void> {
  const counts = { ...noDossierCounts, resolved }
  const stat = { unitCode: unit, fieldCode: null, period, counts, source: 'test' }
  await write([statStatement(stat, arrival)])
}
