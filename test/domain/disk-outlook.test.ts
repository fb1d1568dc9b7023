import { expect, it } from 'vitest'
import { fullSet, outlookOf } from '@/domain/disk-outlook'

const day = 24 * 3600_000
const MB = 1_000_000
const GB = 1000 * MB

/** One copy a day for so many days, newest first, each so much larger than the one before. */
const daily = (days: number, newest: number, growth: number) =>
  Array.from({ length: days }, (_, back) => ({
    madeAt: 1000 * day - back * day,
    bytes: newest - back * growth,
  }))

it('says nothing without a week of copies', () => {
  expect(outlookOf([], GB)).toEqual({ kind: 'unknown' })
  expect(outlookOf(daily(7, 100 * MB, MB), 100 * GB)).toEqual({ kind: 'unknown' })
  expect(outlookOf(daily(8, 100 * MB, MB), 100 * GB)).toMatchObject({ kind: 'months', days: 7 })
})

it('lets every copy of the full set grow with the database', () => {
  // A full set, 1 MB a day: 59 MB a day on the disk; 64 MiB stay free for responses.
  expect(fullSet).toBe(58)
  const copies = daily(58, 100 * MB, MB)
  const room = 64 * 1024 * 1024 + 59 * 30 * MB
  expect(outlookOf(copies, room)).toEqual({ kind: 'days', n: 30, days: 30 })
  expect(outlookOf(copies, room - 1)).toEqual({ kind: 'days', n: 29, days: 30 })
})

it('keeps room for the copies that are still to come', () => {
  const copies = daily(28, 100 * MB, MB)
  expect(outlookOf(copies, 3 * GB)).toEqual({ kind: 'short', days: 27 })
  expect(outlookOf(copies, 5 * GB)).toMatchObject({ kind: 'days' })
})

it('does not divide by growth that there is none of, and names no year beyond five', () => {
  expect(outlookOf(daily(58, 100 * MB, 0), GB)).toEqual({ kind: 'steady', days: 30 })
  expect(outlookOf(daily(58, 100 * MB, MB), 500 * GB)).toEqual({ kind: 'years', days: 30 })
})
