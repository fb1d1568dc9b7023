import 'server-only'
import type { ParsedAnswers } from '@/domain/response'
import { invalidCell, type TallyCell, tallyCells } from '@/domain/tally'
import { takeTurn } from '@/lib/unhurried'
import { database, type Statement } from '../client'
import { type CountedRow, countedColumns } from '../surveys/counted-row'
import { listDefinitions } from '../surveys/surveys'

/** What the responses of an invalidation count for: the cells they stand in, and those of slice `invalid`. */
export type InvalidationCells = Readonly<{ counted: CellSums; invalid: CellSums }>

/** Version, slice, unit, half-month, item, cell, level and how many, as the statements below read them. */
type CellSum = readonly [number, string, number, number, string, string, number, number]
type CellSums = readonly CellSum[]

/** Parsed and counted between two turns of the event loop. */
const pageSize = 100

/** Sums up, by the function that counted them, in which cells the responses of an invalidation stand. */
export async function sumInvalidationCells(id: number): Promise<InvalidationCells> {
  const counted = new Map<string, CellSum>()
  const invalid = new Map<string, CellSum>()
  for (let after = 0; ; ) {
    const page = await readPage(id, after)
    const definitions = await listDefinitions(page.map(({ versionId }) => versionId))
    for (const row of page) {
      const definition = definitions.get(row.versionId)
      if (!definition) throw new Error(`response ${row.seq} has an unknown version`)
      const cells = tallyCells(definition, JSON.parse(row.answers) as ParsedAnswers, row)
      const outside = invalidCell(cells)
      for (const cell of cells) addOne(counted, row, cell)
      if (outside) addOne(invalid, row, outside)
    }
    after = page.at(-1)?.seq ?? after
    if (page.length < pageSize) return sumsOf(counted, invalid)
    await takeTurn()
  }
}

/** Statements that move the sums from the tallies to slice `invalid`. */
export const takeOut = ({ counted, invalid }: InvalidationCells): Statement[] => [
  subtract(counted),
  add(invalid),
]

/** The reverse. */
export const putBack = ({ counted, invalid }: InvalidationCells): Statement[] => [
  subtract(invalid),
  add(counted),
]

async function readPage(id: number, after: number): Promise<readonly CountedRow[]> {
  const { rows } = await database().$client.execute({
    sql: `select ${countedColumns}
      from invalidation_responses i join responses r on r.seq = i.response_seq
      where i.invalidation_id = ? and i.response_seq > ? order by i.response_seq limit ${pageSize}`,
    args: [id, after],
  })
  return rows as unknown as readonly CountedRow[]
}

function addOne(
  sums: Map<string, CellSum>,
  row: CountedRow,
  { slice, item, cell, level }: TallyCell,
) {
  const place = [row.versionId, slice, row.unitId, row.halfMonth, item, cell, level] as const
  const key = place.join('\t')
  sums.set(key, [...place, (sums.get(key)?.[7] ?? 0) + 1])
}

const sumsOf = (counted: Map<string, CellSum>, invalid: Map<string, CellSum>) => ({
  counted: [...counted.values()],
  invalid: [...invalid.values()],
})

const add = (sums: CellSums): Statement => ({
  sql: `insert into tallies (version_id, slice, unit_id, half_month, item, cell, level, n)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7
    from json_each(?) where true
    on conflict do update set n = n + excluded.n`,
  args: [JSON.stringify(sums)],
})

const subtract = (sums: CellSums): Statement => ({
  sql: `update tallies set n = tallies.n - d.n
    from (select value ->> 0 as v, value ->> 1 as s, value ->> 2 as u, value ->> 3 as m, value ->> 4 as i,
      value ->> 5 as c, value ->> 6 as l, value ->> 7 as n from json_each(?)) d
    where version_id = d.v and slice = d.s and unit_id = d.u and half_month = d.m and item = d.i and cell = d.c
      and level = d.l`,
  args: [JSON.stringify(sums)],
})
