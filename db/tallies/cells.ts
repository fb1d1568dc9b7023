import 'server-only'
import type { HalfMonths } from '@/domain/period'
import type { Slice } from '@/domain/tally'
import { database } from '../client'
import { KeptByUnit } from './kept-by-unit'
import { type CellQuery, readByUnit } from './pages'

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

type CellTuple = readonly [item: string, cell: string, level: number, month: number, n: number]

/** Some 25 MB: a province's year and the two periods beside it, several times over. */
const kept = new KeptByUnit<readonly SummedCell[]>('cells', 250_000, (cells) => cells.length + 1)

/** The sums of the cells of these units; those of a unit are kept until somebody answers there. */
export async function sumCells({
  unitIds,
  byMonth = false,
  ...query
}: CellQuery & Readonly<{ unitIds: readonly number[]; byMonth?: boolean }>): Promise<SummedCell[]> {
  const month = byMonth ? 'half_month / 2' : '0'
  const shape = {
    columns: ['item', 'cell', 'level', `${month}`, 'sum(n)'],
    by: byMonth ? 'half_month / 2, item, cell, level' : 'item, cell, level',
    where: 'true',
  }
  const name = JSON.stringify([query, byMonth])
  const found = await kept.values(name, unitIds, async function* (missing) {
    for await (const [unitId, parts] of readByUnit<CellTuple>(query, missing, shape)) {
      const cells = parts.flatMap((part) => part.cells.map((cell) => toCell(unitId, part, cell)))
      yield [unitId, cells]
    }
  })
  // Some ten thousand cells: `flat` takes ten times as long.
  return ([] as SummedCell[]).concat(...found)
}

const toCell = (
  unitId: number,
  { versionId, slice }: Readonly<{ versionId: number; slice: Slice }>,
  [item, cell, level, month, n]: CellTuple,
): SummedCell => ({ versionId, unitId, slice, item, cell, level, month: monthName(month), n })

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

function monthName(index: number): string {
  const year = String(Math.floor(index / 12)).padStart(4, '0')
  return index === 0 ? '' : `${year}-${String((index % 12) + 1).padStart(2, '0')}`
}
