import 'server-only'
import { halfMonthsOf, type Period, previousPeriod, yearBefore } from '@/domain/period'
import type { Basis } from '@/domain/snapshot/snapshot'
import { database } from '../client'
import { sumCells } from '../tallies/cells'

/** Where the figures of a snapshot come from: a survey's versions, a unit with everything under it, a period. */
export type Ground = Readonly<{
  versionIds: readonly number[]
  units: Basis['units']
  period: Period
}>

/** What figures of this ground would be made of now. */
export async function readBasis(ground: Ground): Promise<Basis> {
  const { versionIds, units, period } = ground
  const place = [asList(versionIds), asList(units.map(({ id }) => id))]
  const [, ...beside] = periodsOf(period)
  const [newest] = await select('select coalesce(max(seq), 0) as seq from responses', [])
  const stats = await select(
    `select id from dossier_stats where ended_at is null
      and unit_id in (select value from json_each(?)) and ${touching} order by id`,
    [place[1] ?? '', asList([period])],
  )
  return {
    lastSeq: Number(newest?.seq),
    responses: await countResponses(ground),
    invalid: await listInvalid(place, [period]),
    tallySheets: await listSheets(place, [period]),
    beside: {
      invalid: await listInvalid(place, beside),
      tallySheets: await listSheets(place, beside),
    },
    dossierStats: stats.map(({ id }) => Number(id)),
    units,
  }
}

/** How many responses stand in the tallies of all the periods of a report: it moves when one comes or goes. */
export async function countAround(ground: Ground): Promise<number> {
  const counts = periodsOf(ground.period).map((period) => countResponses({ ...ground, period }))
  return (await Promise.all(counts)).reduce((sum, n) => sum + n, 0)
}

/** The period of a report, the one before and the same days a year earlier. */
export const periodsOf = (period: Period): Period[] => [
  period,
  previousPeriod(period) ?? period,
  yearBefore(period),
]

export function halfMonthsWithin(period: Period): number[] {
  const halves = halfMonthsOf(period)
  if (!halves) return []
  return Array.from({ length: halves.last - halves.first + 1 }, (_, i) => halves.first + i)
}

const touching = `exists (select 1 from json_each(?) p
  where from_on <= json_extract(p.value, '$.to') and to_on >= json_extract(p.value, '$.from'))`

async function countResponses({ versionIds, units, period }: Ground): Promise<number> {
  const halfMonths = halfMonthsOf(period)
  if (!halfMonths) return 0
  const unitIds = units.map(({ id }) => id)
  const cells = await sumCells({ versionIds, slices: ['total'], unitIds, halfMonths })
  return cells.reduce((sum, { n }) => sum + n, 0)
}

async function listSheets(place: readonly string[], periods: readonly Period[]): Promise<number[]> {
  const rows = await select(
    `select id from tally_sheets where version_id in (select value from json_each(?))
      and unit_id in (select value from json_each(?)) and ${touching} order by id`,
    [...place, asList(periods)],
  )
  return rows.map(({ id }) => Number(id))
}

/** A response is out of the count while an invalidation holds it and it stands in no tally. */
async function listInvalid(
  place: readonly string[],
  periods: readonly Period[],
): Promise<number[]> {
  const rows = await select(
    `select r.seq from invalidation_responses i join responses r on r.seq = i.response_seq
      where i.held = 1 and r.tallied = 0 and r.version_id in (select value from json_each(?))
        and r.unit_id in (select value from json_each(?))
        and r.half_month in (select value from json_each(?)) order by r.seq`,
    [...place, asList(periods.flatMap(halfMonthsWithin))],
  )
  return rows.map(({ seq }) => Number(seq))
}

async function select(sql: string, args: readonly string[]) {
  return (await database().$client.execute({ sql, args: [...args] })).rows
}

const asList = (values: readonly unknown[]) => JSON.stringify(values)
