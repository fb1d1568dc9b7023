import { beforeEach, describe, expect, it, test } from 'vitest'
import { write } from '@/db/client'
import { blankOutdated } from '@/db/comments/blanking'
import { recordMark } from '@/db/comments/marks'
import { countDue, getCommentMonths, setCommentMonths } from '@/db/comments/retention'
import { getComment } from '@/db/comments/view'
import { keyOf, readComments, recordTold } from '../helpers/comments'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict } from '../helpers/district'
import { done, problem } from '../helpers/invalidation'
import { hasRunUntil, lastDue, later, recordOld } from '../helpers/old-comments'
import { personWith } from '../helpers/people'
import { lines } from '../helpers/recount'

useTestDatabase()
beforeEach(foundDistrict)

describe('the period', () => {
  const set = async (
    months: string | null,
    isConfirmed = false,
    by = personWith(['admin', 'tinh']),
  ) => setCommentMonths(await by, { months, isConfirmed }, later)

  it('is 24 months until somebody who administers everything sets another, from 3 to 120', async () => {
    expect(await getCommentMonths()).toBe(24)
    for (const months of ['120', '24', '36', '25 ']) await set(months, true)
    expect(await getCommentMonths()).toBe(25)
    for (const odd of [null, '', '2', '121', '0', '-12', '12.5', 'x', '1e2', '٣٦', '0036']) {
      expect(await set(odd, true)).toEqual(problem('not-months'))
    }
    expect(await getCommentMonths()).toBe(25)
    expect(
      await lines(
        "select detail from audit_events where action = 'comment-months-set' order by seq",
      ),
    ).toEqual([
      '{"months":120,"former":24}',
      '{"months":24,"former":120}',
      '{"months":36,"former":24}',
      '{"months":25,"former":36}',
    ])
  })

  it('is shortened only where that is confirmed; longer, or as it is, needs nothing', async () => {
    expect(await set('23')).toEqual(problem('unconfirmed'))
    expect(await getCommentMonths()).toBe(24)
    expect(await set('24')).toEqual(done)
    expect(await set('25')).toEqual(done)
    expect(await set('24')).toEqual(problem('unconfirmed'))
    expect(await set('24', true)).toEqual(done)
    expect(await lines('select count(*) from audit_events')).toEqual(['2'])
  })

  it('is no matter of anybody else, nor is what would be blanked', async () => {
    await recordOld(9)
    const others = [
      await personWith(['admin', 'xa-a']),
      await personWith(['leader', 'tinh']),
      await personWith(['viewer', 'tinh'], ['admin', 'xa-b']),
    ]
    for (const other of others) {
      expect(await set('12', true, Promise.resolve(other))).toEqual(problem('not-found'))
      expect(await countDue(other, 3, later)).toBeNull()
    }
    expect(await getCommentMonths()).toBe(24)
  })

  it('counts what it would blank now, and no small number', async () => {
    const admin = await personWith(['admin', 'tinh'])
    expect(await countDue(admin, 3, later)).toBe(0)
    await recordOld(4)
    const counted = (months: number) => countDue(admin, months, later)
    expect([await counted(25), await counted(24), await counted(23)]).toEqual([0, 'few', 10])
    await write(['update responses set tallied = 0'])
    expect(await counted(23)).toBe(10)
    await hasRunUntil(later)
    await blankOutdated(later)
    expect([await counted(24), await counted(23)]).toEqual([0, 6])
  })
})

test('a blanked comment stays in its place with its level and what was done, and no search finds it', async () => {
  const reporter = await personWith(['reporter', 'xa-a'])
  await recordTold(
    [
      { ...lastDue('lời cũ'), overall: 2 },
      { ...lastDue('lời mới'), daysAgo: 19 },
    ],
    10,
  )
  const key = await keyOf('lời cũ')
  await recordMark(reporter, key, { state: 'done', note: 'Đã làm' }, later)
  await hasRunUntil(later)
  await blankOutdated(later)
  const read = (query?: string) => readComments(reporter, 'xa-a', query)
  const blanked = { key, text: null, level: 2, state: 'done' }
  expect((await read()).lines).toMatchObject([{ text: 'lời mới' }, blanked])
  expect((await read('state=done')).lines).toMatchObject([blanked])
  expect((await read('q=loi')).texts).toEqual(['lời mới'])
  expect(await getComment(reporter, key, later)).toMatchObject({
    ...blanked,
    marks: [{ state: 'done', note: '', name: reporter.name }],
  })
})
