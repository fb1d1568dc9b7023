import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict, recordVisits, unitCodes } from '../helpers/district'
import { today, visitTo } from '../helpers/random-visits'
import { findPair, findRest, type Group, listShownGroups } from '../helpers/shown-groups'

useTestDatabase()
beforeEach(foundDistrict)

const sizes = { tinh: 12, 'xa-a': 70, 'xa-b': 45, 'xa-b-1': 25 }

test.each([1, 2])(
  'no two views of a random district (seed %i) give a group of one to four',
  {
    timeout: 90_000,
  },
  async (seed) => {
    await recordVisits(
      unitCodes.flatMap((unit) =>
        fc
          .sample(visitTo('desk-8', unit), { numRuns: sizes[unit], seed })
          .map((visit) => ({ ...visit, version: 1 as const, daysAgo: visit.daysAgo % 75 })),
      ),
    )
    const groups = await listShownGroups({ first: today - 5, last: today })
    expect(groups.length).toBeGreaterThan(200)
    expect([findPair(groups), findRest(groups)]).toEqual([undefined, undefined])
  },
)

test('the search finds a group where there is one', () => {
  const group = (by: Group['by'], what: string, people: bigint, n: number): Group => ({
    by,
    what,
    place: 'xa-a',
    unit: 'xa-a',
    people,
    n,
  })
  const total = group('total', 'everybody', 0xfffn, 12)
  expect(findPair([total, group('channel', 'channel kiosk', 0xffn, 8)])).toMatch(/kiosk/)
  const fields = group('field', 'field unknown', 0x7ffn, 11)
  expect(findPair([fields, group('channel', 'channel kiosk', 0xffn, 8)])).toMatch(/kiosk/)
  const parts = [group('channel', 'a', 0x1fn, 5), group('channel', 'b', 0x3e0n, 5)]
  expect(findRest([total, ...parts])).toMatch(/leaves 2/)
})
