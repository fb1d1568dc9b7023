import 'server-only'
import { type Scope, unitsFor } from '@/domain/access'
import { type Day, firstDayOf, lastDayOf, type Period } from '@/domain/period'
import { plantTree, subtreeOf } from '@/domain/unit'
import { database } from '../client'
import { KeptWhole } from '../kept-whole'
import { listUnits } from '../units/units'
import { getHalfMonths } from './cells'

/** One unit with everything under it, and one survey; dossier statistics belong to no survey. */
export type Within = Readonly<{ unit: string; survey: string }>

/** From the first to the last day on which there is anything to see in the person's units, or null. */
export async function getDataSpan(scope: Scope, within?: Within): Promise<Period | null> {
  const units = await unitsIn(scope, within)
  const survey = within?.survey ?? null
  return known.value(JSON.stringify([units, survey]), units, () => readSpan(units, survey))
}

const known = new KeptWhole<Period | null>('data spans', 50)

async function readSpan(unitIds: readonly number[], survey: string | null): Promise<Period | null> {
  const versionIds = await listVersionIds(survey)
  const { rows } = await database().$client.execute({
    sql: `with mine as (select value as id from json_each(?)),
        asked as (select value as id from json_each(?))
      select min(from_on) as low, max(to_on) as high from tally_sheets
        where unit_id in (select id from mine) and version_id in (select id from asked)
      union all select min(from_on), max(to_on) from dossier_stats
        where ? is null and ended_at is null and unit_id in (select id from mine)`,
    args: [JSON.stringify(unitIds), JSON.stringify(versionIds), survey],
  })
  const halfMonths = await getHalfMonths(versionIds, unitIds, { isCounted: true })
  const spans = rows.flatMap(({ low, high }): { from: Day; to: Day }[] =>
    low === null || high === null ? [] : [{ from: String(low), to: String(high) }],
  )
  if (halfMonths) {
    spans.push({ from: firstDayOf(halfMonths.first), to: lastDayOf(halfMonths.last) })
  }
  const from = spans.map((span) => span.from).toSorted()[0]
  const to = spans
    .map((span) => span.to)
    .toSorted()
    .at(-1)
  return from && to ? { from, to } : null
}

/** Of one survey, or of all. */
async function listVersionIds(survey: string | null): Promise<number[]> {
  const { rows } = await database().$client.execute({
    sql: `select v.id from survey_versions v join surveys s on s.id = v.survey_id
      where ? is null or s.code = ?`,
    args: [survey, survey],
  })
  return rows.map(({ id }) => Number(id))
}

async function unitsIn(scope: Scope, within: Within | undefined): Promise<number[]> {
  const allowed = unitsFor(scope, 'figures')
  if (!within) return [...allowed]
  const units = await listUnits()
  const unit = units.find(({ code }) => code === within.unit)
  return unit ? subtreeOf(plantTree(units), unit.id).filter((id) => allowed.has(id)) : []
}
