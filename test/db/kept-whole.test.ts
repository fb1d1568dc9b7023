import { expect, test } from 'vitest'
import { write } from '@/db/client'
import { KeptWhole } from '@/db/kept-whole'
import { useTestDatabase } from '../helpers/database'

useTestDatabase()

const touch = (units?: number[]) =>
  write(
    [{ sql: 'update units set name = name', args: [] }],
    units && { counted: units.map((unitId) => ({ unitId, halfMonth: 0 })) },
  )

test('a read is shared until something that it rests on moves', async () => {
  const kept = new KeptWhole<number>('two', 2)
  let reads = 0
  const read = (key: string, units: number[] = []) =>
    kept.value(key, units, async () => {
      reads++
      return reads
    })
  expect(await Promise.all([read('a'), read('a'), read('b', [7])])).toEqual([1, 1, 2])
  await touch([7])
  expect([await read('a'), await read('b', [7])]).toEqual([1, 3])
  await touch()
  expect([await read('a'), await read('b', [7])]).toEqual([4, 5])
  expect(await read('c')).toBe(6)
  expect(await read('a')).toBe(7)
})

test('a read that failed is not kept', async () => {
  const kept = new KeptWhole<string>('one')
  const fails = kept.value('a', [], () => Promise.reject(new Error('once')))
  await expect(fails).rejects.toThrow('once')
  expect(await kept.value('a', [], async () => 'read')).toBe('read')
})
