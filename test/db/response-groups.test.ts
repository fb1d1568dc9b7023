import { setImmediate } from 'node:timers/promises'
import { createClient } from '@libsql/client'
import { beforeEach, expect, it } from 'vitest'
import { DatabaseUnavailable, database } from '@/db/client'
import { makeFirstThings } from '@/db/installation/first-start'
import { recordResponse } from '@/db/responses/intake'
import type { Envelope } from '@/domain/envelope'
import { isRemote, useTestDatabase } from '../helpers/database'
import { envelopeOf, idOf } from '../helpers/envelopes'
import { differences, lines } from '../helpers/recount'

useTestDatabase()

const now = Date.UTC(2026, 10, 20, 3)
const record = (seed: string | number, changes: Partial<Envelope> = {}) =>
  recordResponse(envelopeOf(seed, now, changes), now)
/** The database refuses it, as only a fault of ours could bring about. */
const recordBroken = () =>
  recordResponse({ ...envelopeOf('broken', now), startedAt: Number.NaN }, now)

beforeEach(() => makeFirstThings(now))

it('those that come together are taken each for itself: new, known, in conflict, broken', async () => {
  for (const seed of [1, 3, 5]) await record(seed)
  const answers = { overall: 1, comment: 'Nội dung khác' }
  const all = await Promise.allSettled([
    ...[1, 2, 3, 4].map((seed) => record(seed)),
    record(5, { answers }),
    record(6, { answers }),
    recordBroken(),
  ])
  const told = all.map((one) => (one.status === 'fulfilled' ? one.value.outcome : one.status))
  expect(told).toEqual([
    ...['replayed', 'recorded', 'replayed', 'recorded', 'conflict', 'recorded', 'rejected'],
  ])
  expect(await lines('select count(*) from responses')).toEqual(['6'])
  expect(await lines('select text from comments')).toEqual(['Nội dung khác'])
  expect(await differences()).toEqual([])
})

it('a broken one among many fails alone', async () => {
  const all = await Promise.allSettled([record(1), recordBroken(), record(2)])
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await lines('select id from responses')).toEqual([idOf(1), idOf(2)])
  expect(await differences()).toEqual([])
  expect(database().$client.closed).toBe(false)
})

it('however many come at once, one turn of the event loop stores no more than a group', async () => {
  const seeds = Array.from({ length: 300 }, (_, seed) => seed)
  expect(await mostInATurn(seeds.map((seed) => record(seed)))).toBeLessThanOrEqual(64)
  expect(await lines('select count(*) from responses')).toEqual(['300'])
  expect(await differences()).toEqual([])
})

it('those whom a broken one has parted are stored over as many turns', async () => {
  const seeds = Array.from({ length: 40 }, (_, seed) => seed)
  const all = [recordBroken(), ...seeds.map((seed) => record(seed))]
  expect(await mostInATurn(all)).toBeLessThanOrEqual(2)
  expect(await lines('select count(*) from responses')).toEqual(['40'])
  expect(await differences()).toEqual([])
})

it.skipIf(isRemote)(
  'who waits behind a group that a foreign lock holds up hears so with it',
  async () => {
    const { rows } = await database().$client.execute('PRAGMA database_list')
    const foreign = createClient({ url: `file:${rows[0]?.file}` })
    const held = await foreign.transaction('write')
    const refused = (n: number) =>
      Promise.all(
        Array.from({ length: n }, (_, seed) =>
          expect(record(seed)).rejects.toThrow(DatabaseUnavailable),
        ),
      )
    const from = performance.now()
    await refused(1)
    const one = performance.now() - from
    await refused(300)
    // Group by group it would be five times as long.
    expect(performance.now() - from).toBeLessThan(one * 4)
    held.close()
    foreign.close()
    expect(await record(0)).toEqual({ outcome: 'recorded' })
  },
)

/** How many of them were answered between two turns of the event loop, at the most. */
async function mostInATurn(all: readonly Promise<unknown>[]): Promise<number> {
  const turns: number[] = []
  let answered = 0
  const count = () => {
    answered++
  }
  for (const one of all) one.then(count, count)
  for (let before = 0; answered < all.length; before = answered) {
    await setImmediate()
    turns.push(answered - before)
  }
  return Math.max(...turns)
}
