import { expect, it } from 'vitest'
import { makeRateLimit, sharedRateLimit } from '@/lib/rate-limit'

it('lets a burst through, then says how long to wait, then fills again', () => {
  const wait = makeRateLimit({ burst: 3, perSecond: 0.5 })
  const at = (seconds: number) => wait('door', seconds * 1000)
  expect([at(0), at(0), at(0), at(0)]).toEqual([0, 0, 0, 2])
  expect([at(1), at(2), at(2)]).toEqual([1, 0, 2])
  expect(wait('another', 2000)).toBe(0)
})

it('forgets the longest unused key when there are too many', () => {
  const wait = makeRateLimit({ burst: 1, perSecond: 0.001 }, 2)
  expect(['a', 'b', 'c', 'c', 'b', 'a'].map((key) => (wait(key, 0) ? 'wait' : 'pass'))).toEqual([
    'pass',
    'pass',
    'pass',
    'wait',
    'wait',
    'pass',
  ])
})

it('keeps few keys in memory however many come, and is quick about it', () => {
  const wait = makeRateLimit({ burst: 5, perSecond: 1 })
  const before = process.memoryUsage().heapUsed
  for (let i = 0; i < 200_000; i++) wait(`2001:db8:${i}`, i)
  expect(wait.size()).toBe(10_000)
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * 1024 * 1024)
})

it('looks without taking anything', () => {
  const wait = makeRateLimit({ burst: 1, perSecond: 0.1 })
  expect([wait.look('a', 0), wait.look('a', 0), wait('a', 0), wait.look('a', 0)]).toEqual([
    0, 0, 0, 10,
  ])
})

it('is one limit for all who ask for the same name', () => {
  const ceiling = { burst: 1, perSecond: 0.1 }
  sharedRateLimit('a test of its own', ceiling)('key', 0)
  expect(sharedRateLimit('a test of its own', ceiling)('key', 0)).toBe(10)
})

it('gives a try back', () => {
  const wait = makeRateLimit({ burst: 1, perSecond: 0.001 })
  expect(wait('a', 0)).toBe(0)
  wait.giveBack('a')
  expect([wait('a', 0), wait('a', 0)]).toEqual([0, 1000])
})
