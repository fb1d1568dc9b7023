import 'server-only'
import type { HalfMonths } from '@/domain/period'
import type { Slice } from '@/domain/tally'
import { takeTurn } from '@/lib/unhurried'
import { database } from '../client'

export type CellQuery = Readonly<{
  versionIds: readonly number[]
  slices: readonly Slice[]
  halfMonths: HalfMonths
  /** Only these items. */
  items?: readonly string[]
}>

/** What is read of each cell: columns, what they are grouped by, and which cells. */
type Shape = Readonly<{ columns: readonly string[]; by: string; where: string }>

/** What one read may take: the driver holds the event loop meanwhile. */
const aimMs = 6

/**
 * Sums of cells, unit by unit. Each version, slice and unit is read along the primary key, so that the cost grows with
 * units and time, not with responses. As many units at once as the last read was quick for; others come in between.
 */
export async function* readByUnit<Tuple extends readonly unknown[]>(
  { versionIds, slices, halfMonths, items }: CellQuery,
  unitIds: readonly number[],
  { columns, by, where }: Shape,
): AsyncGenerator<readonly [unit: number, cells: PartOf<Tuple>[]]> {
  // A page crosses from the driver as one text a part: that costs a small share of what as many rows do.
  const sql = `select u.value, v.value, s.value,
      (select json_group_array(json_array(${columns.map((_, i) => `c${i}`).join(', ')})) from (
        select ${columns.map((column, i) => `${column} as c${i}`).join(', ')} from tallies
        where version_id = v.value and slice = s.value and unit_id = u.value
          and half_month between ? and ? and ${where}
          and ${items ? 'item in (select value from json_each(?))' : 'true'}
        group by ${by} having sum(n) <> 0))
    from json_each(?) u, json_each(?) v, json_each(?) s`
  let size = 4
  for (let start = 0; start < unitIds.length; ) {
    const page = unitIds.slice(start, start + size)
    const began = performance.now()
    const { rows } = await database().$client.execute({
      sql,
      args: [
        ...[halfMonths.first, halfMonths.last, ...(items ? [JSON.stringify(items)] : [])],
        ...[page, versionIds, slices].map((list) => JSON.stringify(list)),
      ],
    })
    const byUnit = new Map<number, PartOf<Tuple>[]>(page.map((unit) => [unit, []]))
    for (const row of rows) {
      const [versionId, slice] = [Number(row[1]), row[2] as Slice]
      const cells = JSON.parse(String(row[3])) as Tuple[]
      if (cells.length > 0) byUnit.get(Number(row[0]))?.push({ versionId, slice, cells })
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

/** The cells of one version and slice. */
type PartOf<Tuple> = Readonly<{ versionId: number; slice: Slice; cells: readonly Tuple[] }>
