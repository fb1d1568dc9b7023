import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { goFirst } from '@/lib/unhurried'
import { type Database, DatabaseUnavailable, database } from '../client'
import { type Arrival, listKnown, storeArrivals } from './arrivals'

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
    void goFirst(() => storeWaiting(queue))
  })
}

async function storeWaiting(queue: Queue): Promise<void> {
  while (queue.waiting.length > 0) {
    await letGather(queue)
    const outage = await storeGroup(takeGroup(queue))
    // Who waits behind would wait as long again for the same.
    if (outage) for (const one of queue.waiting.splice(0)) one.fail(outage)
  }
  queue.isBusy = false
}

/** Until a turn brings none, one at least: those who were answered together come again together, over some turns. */
async function letGather(queue: Queue): Promise<void> {
  for (let known = 0; queue.waiting.length > known && known < largestGroup; ) {
    known = queue.waiting.length
    await setImmediate()
  }
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

/** Answers every one of them; undefined unless nothing at all can be stored now. */
async function storeGroup(group: readonly Waiting[]): Promise<DatabaseUnavailable | undefined> {
  if (group.length === 0) return
  try {
    await storeArrivals(group.map((one) => one.arrival))
    for (const one of group) one.settle(true)
  } catch (error) {
    return storeRest(group, error).catch((reason) => {
      for (const one of group) one.fail(reason)
      return reason instanceof DatabaseUnavailable ? reason : undefined
    })
  }
}

/** What broke the group has changed nothing: known ids first, else each for itself, so that only the broken one fails. */
async function storeRest(group: readonly Waiting[], error: unknown) {
  if (error instanceof DatabaseUnavailable) throw error
  const known = await listKnown(group.map((one) => one.arrival.id))
  const rest = group.filter((one) => !known.has(one.arrival.id))
  for (const one of group) if (known.has(one.arrival.id)) one.settle(false)
  if (known.size > 0) return storeGroup(rest)
  if (group.length === 1) throw error
  for (const one of group) {
    await setImmediate()
    await storeGroup([one])
  }
  return undefined
}
