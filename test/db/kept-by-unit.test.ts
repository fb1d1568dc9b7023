import { expect, test } from 'vitest'
import { write } from '@/db/client'
import { KeptByUnit } from '@/db/tallies/kept-by-unit'
import { useTestDatabase } from '../helpers/database'

useTestDatabase()

const touch = (units?: number[]) =>
  write(
    [{ sql: 'update units set name = name', args: [] }],
    units && { counted: units.map((unitId) => ({ unitId, halfMonth: 0 })) },
  )

/** A store, and a read of it that notes what it was asked for. */
function openStore(most = 100) {
  const kept = new KeptByUnit<string>('of at most so much', most, (value) => value.length)
  const asked: number[][] = []
  const read = (units: readonly number[], name = 'a') =>
    kept.values(name, units, async function* (missing) {
      asked.push([...missing])
      for (const unit of missing) yield [unit, `${name}${unit}`]
    })
  return { read, asked }
}

test('values come in the order asked for, and only what is not kept is read', async () => {
  const { read, asked } = openStore()
  expect(await read([1, 2])).toEqual(['a1', 'a2'])
  expect(await read([3, 2, 1])).toEqual(['a3', 'a2', 'a1'])
  expect(await read([2], 'b')).toEqual(['b2'])
  expect(asked).toEqual([[1, 2], [3], [2]])
})

test('a unit is read again when something of it has moved, all of them when anything may have', async () => {
  const { read, asked } = openStore()
  await read([1, 2])
  await touch([2])
  await read([1, 2])
  await touch()
  await read([1, 2])
  expect(asked).toEqual([[1, 2], [2], [1, 2]])
})

test('beyond its measure it starts anew instead of growing', async () => {
  const { read, asked } = openStore(5)
  await read([1, 2])
  await read([3])
  await read([1, 2, 3])
  expect(asked).toEqual([[1, 2], [3], [1, 2]])
})

test('a unit without a value is left out, and an unfinished read keeps what it has', async () => {
  const kept = new KeptByUnit<string>('of any', 100, () => 1)
  const broken = kept.values('a', [1, 2], async function* () {
    yield [1, 'one']
    throw new Error('once')
  })
  await expect(broken).rejects.toThrow('once')
  const asked: number[] = []
  const found = await kept.values('a', [1, 2], async function* (missing) {
    asked.push(...missing)
    yield* []
  })
  expect([found, asked]).toEqual([['one'], [2]])
})

test('others have their turn while what is read of many units waits for nothing', async () => {
  const kept = new KeptByUnit<string>('of long work', 100, () => 1)
  let rounds = 0
  const others = setInterval(() => rounds++, 0)
  const units = Array.from({ length: 30 }, (_, i) => i)
  await kept.values('a', units, async function* (missing) {
    for (const unit of missing) {
      const began = performance.now()
      while (performance.now() - began < 5);
      yield [unit, 'made']
    }
  })
  clearInterval(others)
  // Three units, some fifteen milliseconds, are the most that is made in one turn.
  expect(rounds).toBeGreaterThan(5)
})
