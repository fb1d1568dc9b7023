import 'server-only'
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

export type CellQuery = Readonly<{
  versionIds: readonly number[]
  slices: readonly Slice[]
  unitIds: readonly number[]
  halfMonths: HalfMonths
  byMonth?: boolean
}>

/** Reads along the primary key (version, slice, unit, half-month): the cost grows with the time asked for, not with responses. */
export async function sumCells(query: CellQuery): Promise<SummedCell[]> {
  const month = query.byMonth ? 'half_month / 2' : '0'
  const { rows } = await database().$client.execute({
    sql: `select version_id, unit_id, slice, item, cell, level, ${month} as month, sum(n) as n
      from tallies
      where version_id in (select value from json_each(?))
        and slice in (select value from json_each(?))
        and unit_id in (select value from json_each(?))
        and half_month between ? and ?
      group by version_id, unit_id, slice, item, cell, level, month
      having sum(n) <> 0`,
    args: [
      JSON.stringify(query.versionIds),
      JSON.stringify(query.slices),
      JSON.stringify(query.unitIds),
      query.halfMonths.first,
      query.halfMonths.last,
    ],
  })
  return rows.map((row) => ({
    versionId: Number(row.version_id),
    unitId: Number(row.unit_id),
    // Only the tallies' own statement writes slices.
    slice: String(row.slice) as Slice,
    item: String(row.item),
    cell: String(row.cell),
    level: Number(row.level),
    month: monthName(Number(row.month)),
    n: Number(row.n),
  }))
}

function monthName(index: number): string {
  const year = String(Math.floor(index / 12)).padStart(4, '0')
  return index === 0 ? '' : `${year}-${String((index % 12) + 1).padStart(2, '0')}`
}
