import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { HalfMonths } from '@/domain/period'
import type { Slice } from '@/domain/tally'
import { database } from './client'

/** A sum over the half-months asked for; `month` is `YYYY-MM` where it was asked by month, else ''. */
export type SummedCell = Readonly<{
  versionId: number
  unitId: number
  slice: Slice
  item: string
  cell: string
  level: number
  month: string
  n: number
}>

/** People by half-month, of one item (and one option of it; '' where it has none). */
export type PastPeople = Readonly<{
  versionId: number
  unitId: number
  slice: Slice
  item: string
  option: string
  people: readonly Readonly<{ halfMonth: number; n: number }>[]
}>

export type CellQuery = Readonly<{
  versionIds: readonly number[]
  slices: readonly Slice[]
  unitIds: readonly number[]
  halfMonths: HalfMonths
  byMonth?: boolean
  /** Only these items. */
  items?: readonly string[]
}>

/** Cells of a unit in half a month: few in most slices, up to some hundreds by question and by all places at once. */
const cellsPerHalf = { many: 500, other: 20 }

/** Some 5 ms of reading on a small machine: the driver holds the event loop meanwhile. */
const cellsPerRead = 6000

/**
 * Reads along the primary key (version, slice, unit, half-month): the cost grows with units and time,
 * not with responses. Long reads go in pages of units, and let others in between.
 */
export async function sumCells(query: CellQuery): Promise<SummedCell[]> {
  const month = query.byMonth ? 'half_month / 2' : '0'
  const cells = await readInPages<CellTuple>(
    query,
    `select version_id, unit_id, slice, item, cell, level, ${month} as month, sum(n) as n`,
    'version_id, unit_id, slice, item, cell, level, month',
    'json_array(version_id, unit_id, slice, item, cell, level, month, n)',
  )
  return cells.map(([versionId, unitId, slice, item, cell, level, index, n]) => ({
    ...{ versionId, unitId, slice, item, cell, level, n },
    month: monthName(index),
  }))
}

// Only the tallies' own statement writes slices.
type CellTuple = readonly [number, number, Slice, string, string, number, number, number]
type PastTuple = readonly [number, number, Slice, string, string, number[], number[]]

/** Whom a history counts: those with a level in the overall question or in the item, with an option, of a factor. */
const counted = {
  levels: "level = 0 and cell between '1' and '5'",
  options: "level > 0 and cell <> 'missing'",
  factors: "cell = 'people'",
}

/**
 * The people behind each item in every half-month, for the small-number rule: it looks at all periods at once, and
 * at every unit, so that it must be cheaper than reading their levels.
 */
export async function sumHistory(
  query: Omit<CellQuery, 'byMonth'>,
  of: keyof typeof counted,
): Promise<PastPeople[]> {
  const option = of === 'options' ? 'cell' : "''"
  const found = await readInPages<PastTuple>(
    query,
    `select version_id, unit_id, slice, item, ${option} as option, half_month,
      sum(case when ${counted[of]} then n else 0 end) as n`,
    'version_id, unit_id, slice, item, option, half_month',
    'json_array(version_id, unit_id, slice, item, option, json(halves), json(people))',
    of === 'levels' ? 'level = 0' : counted[of],
    (sql) => `select version_id, unit_id, slice, item, option,
      json_group_array(half_month) as halves, json_group_array(n) as people
      from (${sql}) group by version_id, unit_id, slice, item, option`,
  )
  return found.map(([versionId, unitId, slice, item, option, halves, people]) => ({
    ...{ versionId, unitId, slice, item, option },
    people: halves.map((halfMonth, i) => ({ halfMonth, n: people[i] ?? 0 })),
  }))
}

/** The half-months in which anybody has answered, or null. */
export async function getHalfMonths(
  versionIds: readonly number[],
  unitIds: readonly number[],
): Promise<HalfMonths | null> {
  const { rows } = await database().$client.execute({
    sql: `select min(half_month) as first, max(half_month) as last from tallies
      where version_id in (select value from json_each(?)) and slice = 'total'
        and unit_id in (select value from json_each(?))`,
    args: [JSON.stringify(versionIds), JSON.stringify(unitIds)],
  })
  const row = rows[0]
  return row?.first == null ? null : { first: Number(row.first), last: Number(row.last) }
}

/** A page crosses from the driver as one text: that costs a small part of what as many rows do. */
async function readInPages<Tuple>(
  { versionIds, slices, unitIds, halfMonths, items }: CellQuery,
  select: string,
  group: string,
  tuple: string,
  where = 'true',
  wrap = (sql: string) => sql,
): Promise<Tuple[]> {
  const hasMany = slices.includes('question') || slices.includes('place')
  const perHalf = hasMany ? cellsPerHalf.many : cellsPerHalf.other
  const perUnit = perHalf * slices.length * (halfMonths.last - halfMonths.first + 1)
  const pageSize = Math.max(1, Math.floor(cellsPerRead / perUnit))
  const found: Tuple[] = []
  for (let start = 0; start < unitIds.length; start += pageSize) {
    if (start > 0) await setImmediate()
    const page = unitIds.slice(start, start + pageSize)
    const inner = wrap(`${select} from tallies
      where version_id in (select value from json_each(?))
        and slice in (select value from json_each(?))
        and unit_id in (select value from json_each(?))
        and half_month between ? and ?
        and ${items ? 'item in (select value from json_each(?))' : 'true'} and ${where}
      group by ${group} having sum(n) <> 0`)
    const { rows } = await database().$client.execute({
      sql: `select json_group_array(${tuple}) from (${inner})`,
      args: [
        ...[versionIds, slices, page].map((list) => JSON.stringify(list)),
        ...[halfMonths.first, halfMonths.last],
        ...(items ? [JSON.stringify(items)] : []),
      ],
    })
    for (const one of JSON.parse(String(rows[0]?.[0])) as Tuple[]) found.push(one)
  }
  return found
}

function monthName(index: number): string {
  const year = String(Math.floor(index / 12)).padStart(4, '0')
  return index === 0 ? '' : `${year}-${String((index % 12) + 1).padStart(2, '0')}`
}
