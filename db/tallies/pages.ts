import 'server-only'
import type { HalfMonths } from '@/domain/period'
import type { Slice } from '@/domain/tally'
import { takeTurn } from '@/lib/unhurried'
import { database } from '../client'

export type CellQuery = Readonly<{ versionIds: readonly number[]; slices: readonly Slice[] }>

/** One cell of a unit's tallies in every half-month in which it was counted in, oldest first. */
export type CellLine = Readonly<{
  versionId: number
  slice: Slice
  item: string
  cell: string
  level: number
  halfMonths: readonly number[]
  counts: readonly number[]
}>

/** What one read may take: the driver holds the event loop meanwhile. */
const aimMs = 6

// A page crosses from the driver as one text a part: that costs a small share of what as many rows do.
const sql = `select u.value, v.value, s.value,
    (select json_group_array(json_array(item, cell, level, json(half_months), json(counts))) from (
      select item, cell, level, json_group_array(half_month) as half_months, json_group_array(n) as counts
      from tallies
      where version_id = v.value and slice = s.value and unit_id = u.value and half_month between ? and ?
      group by item, cell, level))
  from json_each(?) u, json_each(?) v, json_each(?) s`

type LineTuple = [item: string, cell: string, level: number, halfMonths: number[], counts: number[]]

/**
 * The cells of the tallies, unit by unit. Each version, slice and unit is read along the primary key, so that the cost
 * grows with units and time, not with responses. As many units at once as the last read was quick for; others come in
 * between.
 */
export async function* readByUnit(
  { versionIds, slices }: CellQuery,
  unitIds: readonly number[],
  { first, last }: HalfMonths,
): AsyncGenerator<readonly [unit: number, lines: CellLine[]]> {
  let size = 4
  for (let start = 0; start < unitIds.length; ) {
    const page = unitIds.slice(start, start + size)
    const began = performance.now()
    const asked = [page, versionIds, slices].map((list) => JSON.stringify(list))
    const { rows } = await database().$client.execute({ sql, args: [first, last, ...asked] })
    const byUnit = new Map<number, CellLine[]>(page.map((unit) => [unit, []]))
    for (const row of rows) {
      const [versionId, slice] = [Number(row[1]), row[2] as Slice]
      const lines = byUnit.get(Number(row[0]))
      for (const tuple of JSON.parse(String(row[3])) as LineTuple[]) {
        const [item, cell, level, halfMonths, counts] = tuple
        lines?.push({ versionId, slice, item, cell, level, halfMonths, counts })
      }
    }
    yield* byUnit
    start += page.length
    size = Math.max(
      1,
      Math.min(64, Math.floor((page.length * aimMs) / (performance.now() - began))),
    )
    if (start < unitIds.length) await takeTurn()
  }
}
