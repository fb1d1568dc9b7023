import 'server-only'
import { getTableColumns } from 'drizzle-orm'
import type { Level } from '@/domain/answer'
import type { TallyCell } from '@/domain/tally'
import { database, write } from '../client'
import type { StoredComment } from '../comments/intake'
import { responses } from '../schema/responses'

/** A response as it is stored, with the cells it counts in. */
export type Arrival = Readonly<Omit<typeof responses.$inferSelect, 'seq' | 'tallied'>> &
  Readonly<{
    cells: readonly TallyCell[]
    /** What was written in words; kept apart from `answers`. */
    comments: readonly StoredComment[]
    /** The overall level, for the comments. */
    level: Level | null
  }>

/** Which of these ids are stored. */
export async function listKnown(ids: readonly string[]): Promise<ReadonlySet<unknown>> {
  const sql = 'select id from responses where id in (select value from json_each(?))'
  const { rows } = await database().$client.execute({ sql, args: [JSON.stringify(ids)] })
  return new Set(rows.map((row) => row[0]))
}

const { seq: _, tallied: __, contentHash: ___, ...plain } = getTableColumns(responses)
type Plain = keyof typeof plain
/** All that is stored as it stands in an arrival. */
const columns = Object.entries(plain)

// They come first: an id that is known ends the transaction before anything is counted.
const insertResponses = `
  insert into responses (${columns.map(([, column]) => column.name).join(', ')}, content_hash, tallied)
  select ${columns.map((_, at) => `value ->> ${at}`).join(', ')}, unhex(value ->> ${columns.length}), 1
  from json_each(?)`

const addToTallies = `
  insert into tallies (version_id, unit_id, half_month, slice, item, cell, level, n)
  select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7
  from json_each(?) where true
  on conflict do update set n = n + excluded.n`

const insertComments = `
  insert into comments (key, response_seq, question, unit_id, version_id, month, level, tallied, text, folded)
  select c.value ->> 0, r.seq, c.value ->> 1, r.unit_id, r.version_id, r.half_month / 2, c.value ->> 2, r.tallied,
    c.value ->> 3, c.value ->> 4
  from json_each(?) c join responses r on r.id = c.value ->> 5`

/** All of them, or none: one whose id is known breaks the transaction. */
export async function storeArrivals(arrivals: readonly Arrival[]): Promise<void> {
  const comments = arrivals.flatMap(commentsOf)
  const statements = [
    { sql: insertResponses, args: [JSON.stringify(arrivals.map(columnsOf))] },
    { sql: addToTallies, args: [JSON.stringify(countCells(arrivals))] },
    ...(comments.length > 0 ? [{ sql: insertComments, args: [JSON.stringify(comments)] }] : []),
  ]
  await write(statements, { counted: arrivals })
}

/** Each cell once, with how many of them count in it: those who come together count in the same ones. */
function countCells(arrivals: readonly Arrival[]): unknown[][] {
  const counted = new Map<string, { cell: unknown[]; n: number }>()
  for (const { versionId, unitId, halfMonth, cells } of arrivals) {
    for (const { slice, item, cell, level } of cells) {
      const key = [versionId, unitId, halfMonth, level, slice, cell, item].join('\n')
      const known = counted.get(key)
      if (known) known.n++
      else
        counted.set(key, { cell: [versionId, unitId, halfMonth, slice, item, cell, level], n: 1 })
    }
  }
  return [...counted.values()].map(({ cell, n }) => [...cell, n])
}

const columnsOf = (arrival: Arrival) => [
  ...columns.map(([name]) => arrival[name as Plain]),
  arrival.contentHash.toString('hex'),
]

const commentsOf = ({ id, level, comments }: Arrival) =>
  comments.map(({ key, question, text, folded }) => [key, question, level, text, folded, id])
