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

it('what other processes use pushes out nothing that is used here', () => {
  const { buckets } = makeRateLimit({ burst: 10, perSecond: 0.001 }, 3)
  for (const key of ['a', 'b']) buckets.take(key, 0)
  for (let i = 0; i < 100; i++) buckets.learn(`other ${i}`, 5, 0)
  expect(buckets.size).toBe(3)
  expect(['a', 'b', 'other 0', 'other 1'].map((key) => buckets.tokens(key, 0))).toEqual([
    9, 9, 5, 10,
  ])
  // Nor does what is learnt of a key make it newer than those that are used.
  buckets.learn('a', 8, 0)
  buckets.take('c', 0)
  expect(['a', 'b', 'c'].map((key) => buckets.tokens(key, 0))).toEqual([10, 9, 9])
})

it('tells the others of a try that was given back after they were told', () => {
  const { buckets } = makeRateLimit({ burst: 10, perSecond: 0.001 })
  buckets.take('a', 0)
  expect(buckets.takeUntold()).toEqual([{ key: 'a', n: 1 }])
  expect([buckets.wasAsked(), buckets.wasAsked()]).toEqual([true, false])
  buckets.giveBack('a')
  expect(buckets.wasAsked()).toBe(true)
  expect(buckets.takeUntold()).toEqual([{ key: 'a', n: -1 }])
  expect(buckets.takeUntold()).toEqual([])
})

it('tells of what found no place among those told of, as soon as it is asked again', () => {
  const { buckets } = makeRateLimit({ burst: 10, perSecond: 0.001 })
  for (let i = 0; i < 200; i++) buckets.take(`early ${i}`, 0)
  for (let i = 0; i < 10; i++) buckets.take('late', 0)
  expect(buckets.takeUntold().some(({ key }) => key === 'late')).toBe(false)
  expect(buckets.take('late', 0)).toBe(0)
  expect(buckets.takeUntold()).toEqual([{ key: 'late', n: 10 }])
})
