import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { Row } from '@libsql/client'
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

/** How many people rated an item, or chose an option of it. */
export type SummedPeople = Readonly<{
  versionId: number
  unitId: number
  item: string
  /** The option; '' for a five-level question. */
  option: string
  n: number
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

/** Cells of a unit in half a month: few in most slices, up to some hundreds by question. */
const cellsPerHalf = { question: 500, other: 20 }

/** About 10 ms of reading on a small machine: the driver holds the event loop meanwhile. */
const cellsPerRead = 20_000

/**
 * Reads along the primary key (version, slice, unit, half-month): the cost grows with units and time,
 * not with responses. Long reads go in pages of units, and let others in between.
 */
export async function sumCells(query: CellQuery): Promise<SummedCell[]> {
  const month = query.byMonth ? 'half_month / 2' : '0'
  const rows = await readInPages(
    query,
    `select version_id, unit_id, slice, item, cell, level, ${month} as month, sum(n) as n`,
    'version_id, unit_id, slice, item, cell, level, month',
  )
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

/** The people behind each question or option, for the small-number rule; cheaper than their levels. */
export async function sumPeople(
  query: Omit<CellQuery, 'slices' | 'byMonth'>,
  of: 'scales' | 'options',
): Promise<SummedPeople[]> {
  const option = of === 'scales' ? "''" : 'cell'
  const rows = await readInPages(
    { ...query, slices: ['question'] },
    `select version_id, unit_id, item, ${option} as option, sum(n) as n`,
    'version_id, unit_id, item, option',
    of === 'scales' ? "level = 0 and cell between '1' and '5'" : "level > 0 and cell <> 'missing'",
  )
  return rows.map((row) => ({
    versionId: Number(row.version_id),
    unitId: Number(row.unit_id),
    item: String(row.item),
    option: String(row.option),
    n: Number(row.n),
  }))
}

async function readInPages(
  { versionIds, slices, unitIds, halfMonths, items }: CellQuery,
  select: string,
  group: string,
  where = 'true',
): Promise<Row[]> {
  const perHalf = slices.includes('question') ? cellsPerHalf.question : cellsPerHalf.other
  const perUnit = perHalf * slices.length * (halfMonths.last - halfMonths.first + 1)
  const pageSize = Math.max(1, Math.floor(cellsPerRead / perUnit))
  const found: Row[] = []
  for (let start = 0; start < unitIds.length; start += pageSize) {
    if (start > 0) await setImmediate()
    const page = unitIds.slice(start, start + pageSize)
    const { rows } = await database().$client.execute({
      sql: `${select} from tallies
        where version_id in (select value from json_each(?))
          and slice in (select value from json_each(?))
          and unit_id in (select value from json_each(?))
          and half_month between ? and ?
          and ${items ? 'item in (select value from json_each(?))' : 'true'} and ${where}
        group by ${group} having sum(n) <> 0`,
      args: [
        ...[versionIds, slices, page].map((list) => JSON.stringify(list)),
        ...[halfMonths.first, halfMonths.last],
        ...(items ? [JSON.stringify(items)] : []),
      ],
    })
    found.push(...rows)
  }
  return found
}

function monthName(index: number): string {
  const year = String(Math.floor(index / 12)).padStart(4, '0')
  return index === 0 ? '' : `${year}-${String((index % 12) + 1).padStart(2, '0')}`
}
