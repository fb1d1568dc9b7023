import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { database, databaseFile, write } from '@/db/client'
import { blankOutdated } from '@/db/comments/blanking'
import { recordMark } from '@/db/comments/marks'
import { recordRedaction } from '@/db/comments/redactions'
import { recordReveal } from '@/db/comments/reveals'
import { readReport } from '@/db/rates/report'
import { saveDraft } from '@/db/responses/drafts'
import { hasChangedSince } from '@/db/snapshots/since'
import { closed } from '../helpers/closing'
import { keyOf, recordTold } from '../helpers/comments'
import { isRemote, useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict } from '../helpers/district'
import { listFaults, problem } from '../helpers/invalidation'
import {
  hasRunUntil,
  lastDue,
  listWords,
  later as now,
  octoberBlanked,
  recordOld,
  toldBlankings,
} from '../helpers/old-comments'
import { personWith } from '../helpers/people'
import { autumn } from '../helpers/province-figures'
import { lines } from '../helpers/recount'

useTestDatabase()
beforeEach(foundDistrict)
beforeEach(() => hasRunUntil(now))
const day = 86_400_000

describe('comments whose time is over', () => {
  it('are blanked by whole months, however many, and told of once', async () => {
    await recordOld(450)
    await blankOutdated(now)
    expect(await listWords()).toEqual(octoberBlanked(450))
    expect(await toldBlankings()).toEqual(['app {"comments":450,"answeredBefore":"2026-11-01"}'])
    await blankOutdated(now + day)
    expect(await toldBlankings()).toHaveLength(1)
    expect(await listFaults()).toEqual([])
  })

  it('are those of the next month as soon as a month begins in the office', async () => {
    await recordOld(3)
    const midnight = Date.UTC(2028, 10, 30, 17)
    for (let time = now; time < midnight; time += day) await blankOutdated(time)
    await blankOutdated(midnight - 1)
    expect(await listWords()).toEqual(octoberBlanked(3))
    await blankOutdated(midnight)
    expect(await listWords()).toEqual(['10 0 0 3', '11 0 0 6'])
  })

  it('are over at another time where the office has set one', async () => {
    await recordOld(3)
    await write(["insert into settings values ('comment-months', '25')"])
    await blankOutdated(now)
    expect(await toldBlankings()).toEqual([])
    await write(["update settings set value = '3' where key = 'comment-months'"])
    await blankOutdated(now)
    expect(await listWords()).toEqual(['10 0 0 3', '11 0 0 6'])
  })

  it('are also those of invalidated responses', async () => {
    await recordOld(2)
    await write(['update responses set tallied = 0'])
    await blankOutdated(now)
    expect(await listWords()).toEqual(octoberBlanked(2))
  })
})

it('a clock that has leapt ahead is believed a day at each run; set right, it is at once', async () => {
  await recordOld(3)
  const believed = () => lines("select value from settings where key = 'comments-blanked-at'")
  for (const n of [1, 2]) {
    await blankOutdated(now + 40 * 365 * day)
    expect(await believed()).toEqual([`${now + n * day}`])
  }
  expect(await listWords()).toEqual(octoberBlanked(3))
  await blankOutdated(now + 60_000)
  expect(await believed()).toEqual([`${now + 60_000}`])
})

it('the first run goes by when the newest response came', async () => {
  await recordOld(3)
  await write(["delete from settings where key = 'comments-blanked-at'"])
  await blankOutdated(now)
  expect(await lines("select value from settings where key = 'comments-blanked-at'")).toEqual([
    `${arrival + day}`,
  ])
  expect(await toldBlankings()).toEqual([])
})

describe('with the words', () => {
  const secret = 'Nguyễn Thị Bầu'
  const text = `Chị ${secret} ở quầy chín rất chậm`

  /** One old comment, masked, read by the head, and dealt with in a note that repeats it. */
  async function deal() {
    const leader = await personWith(['leader', 'xa-a'])
    await recordTold([lastDue(text)], 10)
    const key = await keyOf(text)
    await recordRedaction(leader, key, secret, now)
    await recordReveal(leader, key, now)
    await recordMark(leader, key, { state: 'done', note: `Đã nhắc chị ${secret}` }, now)
    await saveDraft(1, `bản nháp của chị ${secret}`, now - day)
    return { leader, key }
  }

  it('goes all that repeats them; who did what and when stays', async () => {
    const { leader, key } = await deal()
    await blankOutdated(now)
    expect(await listWords()).toEqual(['10 0 0 1'])
    expect(await lines('select original is null, state, key from comments')).toEqual([
      `1 done ${key}`,
    ])
    expect(await lines('select state, note, made_by, made_at from comment_marks')).toEqual([
      `done  ${leader.userId} ${now}`,
    ])
    expect(await lines('select made_by from redactions')).toEqual([`${leader.userId}`])
    expect(await lines('select * from comment_reveals')).toEqual([])
    expect(await lines('select * from drafts')).toEqual([])
    expect(await listFaults()).toEqual([])
  })

  it.skipIf(isRemote)('goes every byte of them from the file', async () => {
    await deal()
    const isThere = async () => {
      await database().$client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
      return readFileSync(databaseFile() ?? '').includes('Bầu')
    }
    expect(await isThere()).toBe(true)
    await blankOutdated(now)
    expect(await isThere()).toBe(false)
  })

  it('goes the way to bring any back: nothing is noted, masked or shown any more', async () => {
    const { leader, key } = await deal()
    const late = recordMark(leader, key, { state: 'open', note: secret }, now)
    await blankOutdated(now)
    await late
    await blankOutdated(now)
    expect(await lines(`select count(*) from comment_marks where note <> ''`)).toEqual(['0'])
    const notFound = problem('not-found')
    expect(await recordMark(leader, key, { state: 'open', note: secret }, now)).toEqual(notFound)
    expect(await recordRedaction(leader, key, 'chị', now)).toEqual(notFound)
    expect(await recordReveal(leader, key, now)).toEqual(notFound)
    expect(await listFaults()).toEqual([])
  })
})

it('no figure moves: answers, tallies, reasons, reports and what was closed stay byte for byte', async () => {
  const leader = await personWith(['leader', 'xa-a'])
  await recordTold(
    Array.from({ length: 40 }, (_, i) => ({
      ...lastDue(`lời ${i}`),
      overall: (1 + (i % 5)) as 1 | 2 | 3 | 4 | 5,
      survey: i % 2 ? ('desk-8' as const) : ('kiosk-1' as const),
    })),
  )
  const snapshot = await closed(leader)
  const figures = async () => [
    await lines('select * from responses order by seq'),
    await lines('select * from tallies order by 1, 2, 3, 4, 5, 6, 7'),
    await lines('select * from snapshots'),
    await readReport(leader, { unit: 'xa-a', survey: 'kiosk-1', ...autumn, locale: 'vi' }, now),
  ]
  const before = JSON.stringify(await figures())
  await blankOutdated(now)
  expect(await listWords()).toEqual(['10 0 0 40'])
  expect(JSON.stringify(await figures())).toBe(before)
  expect(await hasChangedSince(snapshot)).toBe(false)
  expect(await listFaults()).toEqual([])
})

it('the audit names words that were left behind', async () => {
  await personWith(['viewer', 'xa-a'])
  await recordOld(3)
  await blankOutdated(now)
  await write([
    "update comments set original = 'x' where id = 1",
    `insert into comment_marks (comment_id, state, note, made_by, made_at) select 2, 'open', 'x', min(id), 1 from users`,
  ])
  expect(await listFaults()).toEqual([
    'Comment 1 is blanked and has left words behind.',
    'Comment 2 is blanked and has left words behind.',
  ])
})
