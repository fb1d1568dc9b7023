import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { database, write } from '@/db/client'
import { maskMovedComments } from '@/db/comments/intake'
import { makeFirstThings } from '@/db/installation/first-start'
import { auditDatabase } from '@/db/recount/database'
import { recordResponse } from '@/db/responses/intake'
import { useTestDatabase } from '../helpers/database'
import { envelopeOf, idOf } from '../helpers/envelopes'
import { lines } from '../helpers/recount'

useTestDatabase()
const now = Date.UTC(2026, 10, 20, 3)
beforeEach(() => makeFirstThings(now))

const record = (seed: string | number, comment: string | undefined, overall = 4) =>
  recordResponse(
    envelopeOf(seed, now, { answers: { overall, ...(comment === undefined ? {} : { comment }) } }),
    now,
  )

const stored = () =>
  lines(
    `select u.code, v.public_id, c.month, c.level, c.question, c.state, c.text, '|', c.folded
      from comments c join units u on u.id = c.unit_id join survey_versions v on v.id = c.version_id
      order by c.response_seq, c.question`,
  )

async function faults(): Promise<string[]> {
  const found: string[] = []
  await auditDatabase((sentence) => found.push(sentence))
  return found
}

describe('a comment', () => {
  it('leaves the answers and is stored masked, with its unit, month, level and question', async () => {
    await record(1, ' Gọi tôi 0912 345 678, Hòa Bình Đông ', 2)
    expect(await stored()).toEqual([
      'office kiosk-1@1 24322 2 comment new Gọi tôi ⟦phone⟧, Hòa Bình Đông | goi toi , hoa binh dong',
    ])
    expect(await lines('select answers from responses')).toEqual(['{"overall":2}'])
    expect(await lines('select length(key), key = lower(key) from comments')).toEqual(['16 1'])
    expect(await faults()).toEqual([])
  })

  it('is not made where nothing was written', async () => {
    await record(1, undefined)
    await record(2, '   ')
    expect(await stored()).toEqual([])
  })

  it('comes once, however often it is sent, and at once with others', async () => {
    const sent = Array.from({ length: 100 }, (_, i) => record(i % 10, `ý kiến ${i % 10}`))
    const outcomes = (await Promise.all(sent)).map(({ outcome }) => outcome)
    expect(outcomes.filter((one) => one === 'recorded').length).toBe(10)
    expect(outcomes.filter((one) => one === 'replayed').length).toBe(90)
    expect((await stored()).length).toBe(10)
    expect(await faults()).toEqual([])
  })

  it('of another content under a known id is a conflict and changes nothing', async () => {
    await record(1, undefined)
    expect(await record(1, 'thêm vào sau')).toEqual({ outcome: 'conflict' })
    expect(await stored()).toEqual([])
    await record(2, 'số 0912345678')
    // Masked they are the same; what was sent is not.
    expect(await record(2, 'số 0987654321')).toEqual({ outcome: 'conflict' })
    expect(await record(2, 'số 0912345678')).toEqual({ outcome: 'replayed' })
    expect((await stored()).length).toBe(1)
  })

  it('that was blanked stays blank when its response comes again', async () => {
    await record(1, 'sẽ hết hạn')
    await write(['update comments set text = null, folded = null'])
    expect(await record(1, 'sẽ hết hạn')).toEqual({ outcome: 'replayed' })
    expect(await lines('select text from comments')).toEqual([''])
    expect(await faults()).toEqual([])
  })
})

describe('a stored comment', () => {
  it('follows its response when that is invalidated and restored', async () => {
    await record(1, 'một')
    await record(2, 'hai')
    await write([`update responses set tallied = 0 where id = '${idOf(1)}'`])
    expect(await lines('select text, tallied from comments order by id')).toEqual([
      'một 0',
      'hai 1',
    ])
    await write(['update responses set tallied = 1'])
    expect(await lines('select tallied from comments')).toEqual(['1', '1'])
  })

  it('survives quotes, script and every script as it is', async () => {
    const texts = [
      `<script>alert("x")</script> 'a' -- ; drop`,
      'សេវាល្អ រហ័ស',
      '12345',
      '{"json":1}',
      '👍🏽 tốt\nhai dòng',
      'ệ'.repeat(500),
    ]
    for (const [i, text] of texts.entries()) await record(i, text)
    const { rows } = await database().$client.execute('select text from comments order by id')
    expect(rows.map(({ text }) => text)).toEqual(texts)
    expect(await faults()).toEqual([])
  })
})

test('the audit names comments that do not fit their response', async () => {
  for (const i of [1, 2, 3, 4, 5, 6, 7]) await record(i, `lời ${i}`)
  const change = (id: number, sql: string) => `update comments set ${sql} where id = ${id}`
  await write([
    change(1, 'month = 1'),
    change(2, 'level = 5'),
    change(3, 'tallied = 0'),
    change(4, "text = 'khác'"),
    change(5, "question = 'overall'"),
    change(6, "original = 'cả'"),
    `update responses set answers = json_set(answers, '$.comment', 'x') where seq = 7`,
  ])
  expect(await faults()).toEqual([
    'Comment 1 stands in another month than its response.',
    'Comment 2 has another level.',
    'Comment 3 has another unit, version or validity than its response.',
    'Comment 4 is found by other words.',
    'Comment 5 answers no question that asks for words.',
    'Comment 5 stands among the answers of its response as well.',
    'Comment 6 is not masked as its redactions say.',
    'Comment 7 stands among the answers of its response as well.',
  ])
})

test('what an earlier version stored among the answers is moved, masked and replayed as before', async () => {
  const changes = { door: 'desk-8', answers: { q1: 'ask', q8: 3, comment: 'gọi 0912345678' } }
  await recordResponse(envelopeOf(1, now, changes), now)
  await record(2, undefined)
  await record(3, `'nháy', "kép"`, 5)
  const before = await stored()
  await write([
    `update responses set answers = json_set(answers, '$.comment', 'gọi 0912345678') where seq = 1`,
    `update responses set answers = json_set(answers, '$.comment', '''nháy'', "kép"') where seq = 3`,
    'delete from comments',
    ...movingStatements(),
  ])
  await maskMovedComments()
  expect(await stored()).toEqual(before)
  expect(before.length).toBe(2)
  expect(await lines('select answers from responses order by seq')).toEqual([
    '{"q1":"ask","q8":3}',
    '{"overall":4}',
    '{"overall":5}',
  ])
  expect(await recordResponse(envelopeOf(1, now, changes), now)).toEqual({ outcome: 'replayed' })
  expect(await faults()).toEqual([])
})

/** The statements of the migration that move data. */
const movingStatements = () =>
  readFileSync('db/migrations/0004_comments.sql', 'utf8')
    .split('--> statement-breakpoint')
    .filter((sql) => /^\s*(INSERT|UPDATE)/.test(sql))
