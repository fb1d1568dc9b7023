import { beforeEach, describe, expect, it, test } from 'vitest'
import { write } from '@/db/client'
import { recordMark } from '@/db/comments/marks'
import { liftRedaction, recordRedaction } from '@/db/comments/redactions'
import { recordReveal } from '@/db/comments/reveals'
import { getComment } from '@/db/comments/view'
import type { Scope } from '@/domain/access'
import { keyOf, readComments, recordTold } from '../helpers/comments'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict } from '../helpers/district'
import { done, listFaults, problem } from '../helpers/invalidation'
import { personWith } from '../helpers/people'
import { lines } from '../helpers/recount'

useTestDatabase()
const now = Date.UTC(2026, 10, 21)
const text = 'Chị Nguyễn Thị Ba ở quầy 1 rất tốt'
const hidden = 'Chị ⟦words⟧ ở quầy 1 rất tốt'
const notFound = problem('not-found')

let key: string
let reporter: Scope
let leader: Scope
beforeEach(async () => {
  await foundDistrict()
  reporter = await personWith(['reporter', 'xa-b'])
  leader = await personWith(['leader', 'xa-b'])
  await recordTold([{ unit: 'xa-b', daysAgo: 5, comment: text, overall: 5 }], 10)
  await recordTold([{ unit: 'xa-a', daysAgo: 5, comment: 'của xã A' }], 10, 'a')
  key = await keyOf(text)
})

const view = (scope: Scope, at = now) => getComment(scope, key, at)
const events = () =>
  lines("select action, actor_id, detail from audit_events where action like 'comment-%'")

describe('marks', () => {
  it('are kept with author, note and time; the newest is the state', async () => {
    expect(await recordMark(reporter, key, { state: 'open', note: '' }, now)).toEqual(done)
    const note = ' Đã nhắc bộ phận một cửa, gọi 0912345678 '
    expect(await recordMark(leader, key, { state: 'done', note }, now + 1)).toEqual(done)
    expect(await view(reporter)).toMatchObject({
      state: 'done',
      marks: [
        {
          state: 'done',
          note: 'Đã nhắc bộ phận một cửa, gọi ⟦phone⟧',
          name: leader.name,
          at: now + 1,
        },
        { state: 'open', note: '', name: reporter.name, at: now },
      ],
    })
    expect((await readComments(reporter, 'xa-b', 'state=done')).texts).toEqual([text])
    expect(await events()).toEqual([
      `comment-marked ${reporter.userId} {"comment":"${key}","state":"open"}`,
      `comment-marked ${leader.userId} {"comment":"${key}","state":"done"}`,
    ])
    expect(await listFaults()).toEqual([])
  })

  it('say what was done, in no more than they may', async () => {
    const mark = (note: string) => recordMark(reporter, key, { state: 'done', note }, now)
    expect(await mark('  ')).toEqual(problem('note-missing'))
    expect(await mark('a'.repeat(1001))).toEqual(problem('too-long'))
    expect((await view(reporter))?.marks).toEqual([])
  })
})

describe('masked words', () => {
  it('are gone from text and search for everybody, and the head may ask for them', async () => {
    expect(await recordRedaction(reporter, key, 'nguyễn thị ba', now)).toEqual(done)
    for (const scope of [reporter, leader]) {
      expect((await readComments(scope, 'xa-b')).texts).toEqual([hidden])
      expect((await readComments(scope, 'xa-b', 'q=nguyen')).texts).toEqual([])
      expect(JSON.stringify(await view(scope))).not.toContain('Ba')
    }
    expect(await view(reporter)).toMatchObject({
      isHead: false,
      redactions: [{ name: reporter.name, at: now, liftedAt: null }],
    })
    expect(await recordReveal(leader, key, now)).toEqual(done)
    expect(await view(leader)).toMatchObject({ isHead: true, original: text, text: hidden })
    // For whom asked, and not for long.
    expect((await view(reporter))?.original).toBeNull()
    expect((await view(await personWith(['leader', 'tinh'])))?.original).toBeNull()
    expect((await view(leader, now + 5 * 60_000))?.original).toBeNull()
    expect(await events()).toEqual([
      `comment-redacted ${reporter.userId} {"comment":"${key}","places":1}`,
      `comment-original-read ${leader.userId} {"comment":"${key}"}`,
    ])
    expect(await listFaults()).toEqual([])
  })

  it('are lifted one by one by the head, and the rest stays masked', async () => {
    await recordRedaction(reporter, key, 'Nguyễn Thị Ba', now)
    await recordRedaction(leader, key, 'quầy 1', now)
    const [second, first] = (await view(leader))?.redactions ?? []
    expect(await liftRedaction(reporter, key, first?.id ?? 0, now)).toEqual(notFound)
    expect(await liftRedaction(leader, key, first?.id ?? 0, now + 9)).toEqual(done)
    expect(await view(leader)).toMatchObject({
      text: 'Chị Nguyễn Thị Ba ở ⟦words⟧ rất tốt',
      redactions: [{ liftedAt: null }, { liftedBy: leader.name, liftedAt: now + 9 }],
    })
    expect(await liftRedaction(leader, key, first?.id ?? 0, now)).toEqual(notFound)
    expect(await liftRedaction(leader, key, second?.id ?? 0, now)).toEqual(done)
    expect((await view(leader))?.text).toBe(text)
    expect(await lines('select original is null from comments')).toEqual(['1', '1'])
    expect(await recordReveal(leader, key, now)).toEqual(notFound)
    expect((await readComments(reporter, 'xa-b', 'q=nguyen')).texts).toEqual([text])
    expect(await listFaults()).toEqual([])
  })

  it('must stand there, and tell nothing of what is masked already', async () => {
    const redact = (words: string) => recordRedaction(reporter, key, words, now)
    expect(await redact(' ')).toEqual(problem('words-missing'))
    expect(await redact('Tư')).toEqual(problem('words-elsewhere'))
    await redact('Nguyễn Thị Ba')
    for (const words of ['Ba', 'Nguyễn', 'Nguyễn Thị Ba', 'Chị Nguyễn', 'words']) {
      expect(await redact(words)).toEqual(problem('words-elsewhere'))
    }
    expect((await view(reporter))?.redactions.length).toBe(1)
  })

  it('at once by several officials are all masked', async () => {
    const all = ['Nguyễn', 'Thị', 'Ba', 'quầy', 'rất', 'tốt']
    const outcomes = await Promise.all(
      all.map((words) => recordRedaction(reporter, key, words, now)),
    )
    expect(outcomes).toEqual(all.map(() => done))
    expect((await view(reporter))?.text).toBe('Chị ⟦words⟧ ở ⟦words⟧ 1 ⟦words⟧')
    expect((await events()).length).toBe(6)
    expect(await listFaults()).toEqual([])
  })
})

test('nobody else sees or changes anything of it', async () => {
  await recordRedaction(leader, key, 'Ba', now)
  const [redaction] = (await view(leader))?.redactions ?? []
  const before = await lines('select * from comments')
  const strangers = [
    await personWith(['leader', 'xa-a']),
    await personWith(['leader', 'xa-b-1']),
    await personWith(['viewer', 'tinh']),
    await personWith(['clerk', 'xa-b']),
    await personWith(['viewer', 'xa-b'], ['admin', 'xa-a']),
  ]
  for (const stranger of strangers) {
    expect(await view(stranger)).toBeNull()
    expect(await recordMark(stranger, key, { state: 'open', note: 'x' }, now)).toEqual(notFound)
    expect(await recordRedaction(stranger, key, 'quầy', now)).toEqual(notFound)
    expect(await liftRedaction(stranger, key, redaction?.id ?? 0, now)).toEqual(notFound)
    expect(await recordReveal(stranger, key, now)).toEqual(notFound)
  }
  // A redaction of another comment, and a head elsewhere who only reports here.
  expect(await liftRedaction(leader, await keyOf('của xã A'), redaction?.id ?? 0, now)).toEqual(
    notFound,
  )
  const mixed = await personWith(['reporter', 'xa-b'], ['leader', 'xa-a'])
  expect((await view(mixed))?.isHead).toBe(false)
  expect(await recordReveal(mixed, key, now)).toEqual(notFound)
  expect(await liftRedaction(mixed, key, redaction?.id ?? 0, now)).toEqual(notFound)
  expect(await lines('select * from comments')).toEqual(before)
})

test('a comment of a small group or of an invalidated response is not there, a blanked one has no words', async () => {
  const parent = await personWith(['admin', 'tinh'])
  const isThere = async () => (await view(parent)) !== null
  expect(await isThere()).toBe(true)
  await write(['update tallies set n = n - 1 where cell = 4'])
  expect(await isThere()).toBe(true)
  await write([`update tallies set n = 0 where cell = '5' and slice = 'total'`])
  expect(await isThere()).toBe(false)
  await write([`update tallies set n = 90 where cell = '5'`, 'update responses set tallied = 0'])
  expect(await isThere()).toBe(false)
  await write(['update responses set tallied = 1'])
  expect(await isThere()).toBe(true)
  await write(['update comments set text = null, folded = null'])
  expect(await view(parent)).toMatchObject({ text: null, original: null, state: 'new' })
  for (const odd of ['', 'x', "' or 1=1 --", '%', '0000000000000000']) {
    expect(await getComment(parent, odd, now)).toBeNull()
  }
})
