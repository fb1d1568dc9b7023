import 'server-only'
import { firstDayOf, type HalfMonths, halfMonthOf, lastDayOf, monthsOf } from '@/domain/period'
import type { Slice } from '@/domain/tally'
import { database } from '../client'
import { KeptByUnit } from './kept-by-unit'
import { type Ledger, sumOf } from './ledger'
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

/** Some 25 MB: a province's year and the two periods beside it, several times over. */
const kept = new KeptByUnit<readonly SummedCell[]>('cells', 250_000, (cells) => cells.length + 1)

/** The sums of the cells of these units; those of a unit are kept until somebody answers there. */
export async function sumCells({ unitIds, ...query }: SumQuery): Promise<SummedCell[]> {
  const { halfMonths, byMonth = false } = query
  const parts = byMonth ? monthsIn(halfMonths) : [{ month: '', ...halfMonths }]
  const items = query.items && new Set(query.items)
  const found = await kept.values(JSON.stringify(query), unitIds, async function* (missing) {
    for (const ledger of await readLedgers(query, missing)) {
      yield [ledger.unitId, [...sumLedger(ledger, parts, items)]]
    }
  })
  // Some ten thousand cells: `flat` takes ten times as long.
  return ([] as SummedCell[]).concat(...found)
}

type Part = HalfMonths & Readonly<{ month: string }>

function* sumLedger(
  ledger: Ledger,
  parts: readonly Part[],
  items: ReadonlySet<string> | undefined,
): Iterable<SummedCell> {
  const { unitId, cells } = ledger
  for (const part of parts) {
    for (const [i, { versionId, slice, item, cell, level }] of cells.entries()) {
      if (items && !items.has(item)) continue
      const n = sumOf(ledger, i, part)
      if (n > 0) yield { versionId, unitId, slice, item, cell, level, month: part.month, n }
    }
  }
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
