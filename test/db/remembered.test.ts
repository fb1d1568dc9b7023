import { afterEach, expect, it, vi } from 'vitest'
import { remembered } from '@/db/remembered'
import { useTestDatabase } from '../helpers/database'

useTestDatabase()
afterEach(() => vi.useRealTimers())

it('is read again after its time, also when the clock of the computer was set back meanwhile', async () => {
  let reads = 0
  const read = remembered({ freshFor: 20, most: 10 }, async () => ++reads)
  expect([await read('a'), await read('a')]).toEqual([1, 1])
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 86_400_000 })
  await vi.waitFor(async () => expect(await read('a')).toBe(2))
})
