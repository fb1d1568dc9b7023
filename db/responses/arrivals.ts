import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { ResultSet } from '@libsql/client'
import type { Level } from '@/domain/answer'
import type { TallyCell } from '@/domain/tally'
import { type Database, DatabaseUnavailable, database, write } from '../client'
import type { StoredComment } from '../comments/intake'

/** A response as it is stored, with the cells it counts in. */
export type Arrival = Readonly<{
  id: string
  versionId: number
  doorId: number
  unitId: number
  deskId: number | null
  fieldId: number | null
  touchpoint: string | null
  channel: string
  mode: string
  locale: string
  startedAt: number
  answeredAt: number
  sentAt: number
  clockOffset: number | null
  receivedAt: number
  answeredOn: string
  halfMonth: number
  clockDoubt: 0 | 1
  answers: string
  contentHash: Buffer
  cells: readonly TallyCell[]
  /** What was written in words; kept apart from `answers`. */
  comments: readonly StoredComment[]
  /** The overall level, for the comments. */
  level: Level | null
}>

type Waiting = Readonly<{
  arrival: Arrival
  settle: (isNew: boolean) => void
  fail: (error: unknown) => void
}>
type Queue = { waiting: Waiting[]; isBusy: boolean }

/** Keeps one group well under the 50 ms that a request may hold the event loop. */
const largestGroup = 64

const queues = new WeakMap<Database, Queue>()

/**
 * Stores a response and counts it, exactly once; resolves after the commit. False when the id is known already,
 * then nothing has changed. What arrives in one turn of the event loop shares a transaction, and so its fsync.
 */
export function storeOnce(arrival: Arrival): Promise<boolean> {
  const key = database()
  const queue = queues.get(key) ?? { waiting: [], isBusy: false }
  queues.set(key, queue)
  return new Promise((settle, fail) => {
    queue.waiting.push({ arrival, settle, fail })
    if (queue.isBusy) return
    queue.isBusy = true
    void storeWaiting(queue)
  })
}

async function storeWaiting(queue: Queue): Promise<void> {
  // Until a turn brings none: those who were answered together come again together, over some turns.
  for (let known = 0; queue.waiting.length > known && known < largestGroup; ) {
    known = queue.waiting.length
    await setImmediate()
  }
  while (queue.waiting.length > 0) await storeGroup(takeGroup(queue))
  queue.isBusy = false
}

/** The first ones that wait; an id that is in the group already waits for the next. */
function takeGroup(queue: Queue): Waiting[] {
  const group = new Map<string, Waiting>()
  const left: Waiting[] = []
  for (const one of queue.waiting) {
    const fits = group.size < largestGroup && !group.has(one.arrival.id)
    if (fits) group.set(one.arrival.id, one)
    else left.push(one)
  }
  queue.waiting = left
  return [...group.values()]
}

async function storeGroup(group: Waiting[]): Promise<void> {
  try {
    const isNew = await storeArrivals(group.map((one) => one.arrival))
    for (const one of group) one.settle(isNew(one.arrival.id))
  } catch (error) {
    if (group.length === 1 || error instanceof DatabaseUnavailable) {
      for (const one of group) one.fail(error)
      return
    }
    // One of them broke the batch, which changed nothing: each for itself, so that only that one fails.
    for (const one of group) await storeGroup([one])
  }
}

// The tallies come first: they look whether the id is still unknown, within the same transaction.
const addToTallies = `
  insert into tallies (version_id, slice, unit_id, half_month, item, cell, level, n)
  select a.value ->> 'v', c.value ->> 0, a.value ->> 'u', a.value ->> 'm', c.value ->> 1, c.value ->> 2,
    c.value ->> 3, 1
  from json_each(?) a, json_each(a.value, '$.cells') c
  where not exists (select 1 from responses r where r.id = a.value ->> 'id')
  on conflict do update set n = n + 1`

const insertResponses = `
  insert into responses (id, version_id, door_id, unit_id, desk_id, field_id, touchpoint, channel, mode, locale,
    started_at, answered_at, sent_at, received_at, answered_on, half_month, clock_doubt, clock_offset, answers,
    content_hash, tallied)
  select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
    value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13, value ->> 14,
    value ->> 15, value ->> 16, value ->> 17, value ->> 18, unhex(value ->> 19), 1
  from json_each(?) where true
  on conflict (id) do nothing
  returning id`

// They come last, and look for a response of just this content: another one under a known id brings no words in.
const insertComments = `
  insert into comments (key, response_seq, question, unit_id, version_id, month, level, tallied, text, folded)
  select c.value ->> 0, r.seq, c.value ->> 1, r.unit_id, r.version_id, r.half_month / 2, c.value ->> 2, r.tallied,
    c.value ->> 3, c.value ->> 4
  from json_each(?) c join responses r on r.id = c.value ->> 5 and r.content_hash = unhex(c.value ->> 6)
  where true
  on conflict (response_seq, question) do nothing`

async function storeArrivals(arrivals: readonly Arrival[]): Promise<(id: string) => boolean> {
  const comments = arrivals.flatMap(commentsOf)
  const statements = [
    { sql: addToTallies, args: [JSON.stringify(arrivals.map(cellsOf))] },
    { sql: insertResponses, args: [JSON.stringify(arrivals.map(columnsOf))] },
    ...(comments.length > 0 ? [{ sql: insertComments, args: [JSON.stringify(comments)] }] : []),
  ]
  const results = await write(statements, { units: arrivals.map(({ unitId }) => unitId) })
  const added = new Set((results[1] as ResultSet).rows.map((row) => row[0]))
  return (id) => added.has(id)
}

const cellsOf = ({ id, versionId, unitId, halfMonth, cells }: Arrival) => ({
  id,
  v: versionId,
  u: unitId,
  m: halfMonth,
  cells: cells.map(({ slice, item, cell, level }) => [slice, item, cell, level]),
})

const columnsOf = (a: Arrival) => [
  a.id,
  a.versionId,
  a.doorId,
  a.unitId,
  a.deskId,
  a.fieldId,
  a.touchpoint,
  a.channel,
  a.mode,
  a.locale,
  a.startedAt,
  a.answeredAt,
  a.sentAt,
  a.receivedAt,
  a.answeredOn,
  a.halfMonth,
  a.clockDoubt,
  a.clockOffset,
  a.answers,
  a.contentHash.toString('hex'),
]

const commentsOf = ({ id, level, contentHash, comments }: Arrival) =>
  comments.map((comment) => [
    comment.key,
    comment.question,
    level,
    comment.text,
    comment.folded,
    id,
    contentHash.toString('hex'),
  ])
