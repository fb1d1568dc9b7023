import 'server-only'
import { firstDayOf, type HalfMonths, halfMonthOf, lastDayOf, monthsOf } from '@/domain/period'
import type { Slice } from '@/domain/tally'
import { breathe } from '@/lib/unhurried'
import { database } from '../client'
import { sumOf } from './ledger'
import { readLedgers } from './ledgers'
import type { CellQuery } from './pages'

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

type SumQuery = CellQuery &
  Readonly<{
    unitIds: readonly number[]
    halfMonths: HalfMonths
    /** Only these items. */
    items?: readonly string[]
    byMonth?: boolean
  }>

/** The sums of the cells of these units. */
export async function sumCells({
  unitIds,
  halfMonths,
  items,
  byMonth = false,
  ...query
}: SumQuery): Promise<SummedCell[]> {
  const parts = byMonth ? monthsIn(halfMonths) : [{ month: '', ...halfMonths }]
  const isAsked = items ? isOneOf(items) : () => true
  const sums: SummedCell[] = []
  for (const ledger of await readLedgers(query, unitIds)) {
    const { unitId, cells } = ledger
    for (const [i, { versionId, slice, item, cell, level }] of cells.entries()) {
      if (!isAsked(item)) continue
      for (const part of parts) {
        const n = sumOf(ledger, i, part)
        if (n > 0) {
          sums.push({ versionId, unitId, slice, item, cell, level, month: part.month, n })
        }
      }
    }
    await breathe()
  }
  return sums
}

type Part = HalfMonths & Readonly<{ month: string }>

function isOneOf(items: readonly string[]): (item: string) => boolean {
  const asked = new Set(items)
  return (item) => asked.has(item)
}

const monthsIn = ({ first, last }: HalfMonths): Part[] =>
  monthsOf({ from: firstDayOf(first), to: lastDayOf(last) }).map(({ month, from, to }) => ({
    month,
    first: halfMonthOf(from),
    last: halfMonthOf(to),
  }))

/**
 * The first and last half-month in which anybody has answered, or null.
 * @param isCounted leaves out those in which every response was invalidated since.
 */
export async function getHalfMonths(
  versionIds: readonly number[],
  unitIds: readonly number[],
  { isCounted = false } = {},
): Promise<HalfMonths | null> {
  const condition = isCounted ? 'and n > 0' : ''
  const { rows } = await database().$client.execute({
    // Two steps along the key for each version and unit, however much they hold.
    sql: `select min(first) as first, max(last) as last from (
        select
          (select half_month from tallies where version_id = asked.value and slice = 'total'
            and unit_id = mine.value ${condition} order by half_month limit 1) as first,
          (select half_month from tallies where version_id = asked.value and slice = 'total'
            and unit_id = mine.value ${condition} order by half_month desc limit 1) as last
        from json_each(?) asked, json_each(?) mine)`,
    args: [JSON.stringify(versionIds), JSON.stringify(unitIds)],
  })
  const row = rows[0]
  return row?.first == null ? null : { first: Number(row.first), last: Number(row.last) }
}
