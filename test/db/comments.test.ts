import { beforeEach, describe, expect, it } from 'vitest'
import { write } from '@/db/client'
import { listComments } from '@/db/comments/list'
import type { Scope } from '@/domain/access'
import { formatPlace } from '@/domain/comment-filter'
import { filterOf, keyOf, readComments, recordTold, type Told } from '../helpers/comments'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict } from '../helpers/district'
import { personWith } from '../helpers/people'
import { lines } from '../helpers/recount'

useTestDatabase()
let reader: Scope
beforeEach(async () => {
  await foundDistrict()
  reader = await personWith(['reporter', 'tinh'])
})

// The district's responses arrive on 20/11/2026: 5 days before is November, 40 October.
const november = 5
const october = 40
const told = (comment: string, more: Partial<Told> = {}): Told => ({
  unit: 'xa-a',
  daysAgo: november,
  comment,
  ...more,
})

it('tells the language of a comment by its letters, else by the form it was written into', async () => {
  const written = { 'Rất tốt': 'vi', Good: 'en', ល្អ: 'km', 'Cam on': 'vi' }
  await recordTold(
    Object.keys(written).map((comment) => told(comment)),
    10,
  )
  await write([
    `update responses set locale = 'en'
      where seq in (select response_seq from comments where text in ('Good', 'Rất tốt'))`,
  ])
  const found = await listComments(reader, filterOf('tinh'))
  if (!found.ok) throw new Error('not found')
  const languages = found.value.lines.map(({ text, language }) => [text, language])
  expect(Object.fromEntries(languages)).toEqual(written)
})

describe('the group of a unit and month', () => {
  it('shows its comments with ten responses, not with nine', async () => {
    await recordTold([told('đủ mười')], 10)
    await recordTold([told('chỉ có chín', { unit: 'xa-b' })], 9, 'small')
    const { texts, notShown } = await readComments(reader, 'tinh')
    expect(texts).toEqual(['đủ mười'])
    expect(notShown).toBe('few')
    expect((await readComments(reader, 'xa-a')).notShown).toBe(0)
  })

  it('counts responses and not comments, of the unit alone, the survey and the whole month', async () => {
    await recordTold([told('một', { unit: 'xa-b' })], 9)
    await recordTold([told('hai', { unit: 'xa-b-1' })], 9, 'branch')
    await recordTold([told('ba', { daysAgo: october })], 9, 'october')
    await recordTold([told('bốn', { survey: 'desk-8' })], 9, 'desk')
    expect((await readComments(reader, 'tinh')).texts).toEqual([])
    // Version 2 is the same survey, and the 2nd of November the same month as the 15th.
    await recordTold([told('năm', { version: 2, daysAgo: 18 })], 9, 'second')
    await recordTold([told('sáu', { unit: 'xa-a' })], 1, 'tenth')
    expect((await readComments(reader, 'tinh')).texts).toEqual(['năm', 'sáu'])
  })

  it('is counted without invalidated responses, whose comments are left out', async () => {
    await recordTold([told('ở lại'), told('bị loại')], 11)
    await write([
      `update responses set tallied = 0 where seq = (select response_seq from comments where text = 'bị loại')`,
      `update tallies set n = n - 1 where slice = 'total' and unit_id = (select id from units where code = 'xa-a')`,
    ])
    expect((await readComments(reader, 'tinh')).texts).toEqual(['ở lại'])
    await write([
      `update tallies set n = n - 1 where slice = 'total' and unit_id = (select id from units where code = 'xa-a')`,
    ])
    expect((await readComments(reader, 'tinh')).texts).toEqual([])
  })

  it('says from five on how many are not shown, whatever else is filtered', async () => {
    await recordTold(Array.from({ length: 4 }, (_, i) => told(`ý ${i}`)))
    expect((await readComments(reader, 'tinh')).notShown).toBe('few')
    await recordTold([told('ý 4')], 0, 'fifth')
    expect((await readComments(reader, 'tinh')).notShown).toBe(5)
    expect((await readComments(reader, 'tinh', 'level=1&q=khac')).notShown).toBe(5)
  })

  it('is a whole month, also where the period has a part of it', async () => {
    await recordTold([told('đầu tháng', { daysAgo: 18 }), told('giữa tháng')], 10)
    const period = { from: '2026-11-15', to: '2026-11-30' }
    expect((await readComments(reader, 'tinh', '', { period })).texts.length).toBe(2)
    const before = { from: '2026-09-15', to: '2026-10-31' }
    expect((await readComments(reader, 'tinh', '', { period: before })).texts).toEqual([])
  })
})

describe('a line', () => {
  it('has unit, month, level, question, language and state, and nothing of desk, day or order', async () => {
    await recordTold([told('chờ lâu', { overall: 2 })], 10)
    const { lines: found } = await readComments(reader, 'tinh')
    const { question, ...line } = found[0] ?? {}
    expect(question?.vi).toBe('Góp ý thêm (không bắt buộc)')
    expect(line).toEqual({
      key: await keyOf('chờ lâu'),
      unitId: expect.any(Number),
      unit: 'Xã A',
      month: 2026 * 12 + 10,
      level: 2,
      text: 'chờ lâu',
      language: 'vi',
      state: 'new',
    })
  })
})

describe('the order', () => {
  it('is by month, unit and chance, and pages have every comment once', async () => {
    const all = [november, october].flatMap((daysAgo) =>
      (['xa-b', 'xa-a'] as const).flatMap((unit) =>
        Array.from({ length: 30 }, (_, i) => told(`${daysAgo} ${unit} ${i}`, { unit, daysAgo })),
      ),
    )
    await recordTold(all)
    const seen: string[] = []
    let next = ''
    do {
      const page = await readComments(reader, 'tinh', next && `after=${next}`)
      expect(page.lines.length).toBeLessThanOrEqual(25)
      seen.push(...page.lines.map(({ text }) => String(text)))
      next = page.next ? formatPlace(page.next) : ''
    } while (next)
    expect(seen.toSorted()).toEqual(all.map(({ comment }) => comment).toSorted())
    const groups = seen.map((text) => text.replace(/ \d+$/, ''))
    expect([...new Set(groups)]).toEqual(['5 xa-a', '5 xa-b', '40 xa-a', '40 xa-b'])
    expect(groups).toEqual([...new Set(groups)].flatMap((one) => Array(30).fill(one)))
    const arrived = all.slice(30, 60).map(({ comment }) => comment)
    expect(seen.slice(0, 30)).not.toEqual(arrived)
    expect(seen.slice(0, 30)).not.toEqual(arrived.toReversed())
    const again = (await readComments(reader, 'tinh')).lines.map(({ text }) => text)
    expect(again).toEqual(seen.slice(0, 25))
  })

  it('goes on where a place is given that is no comment, and makes nothing of nonsense', async () => {
    await recordTold([told('mười một'), told('mười', { daysAgo: october })], 10)
    const [unitId] = await lines("select id from units where code = 'xa-a'")
    const after = `${2026 * 12 + 10}-${unitId}-ffffffffffffffff`
    expect((await readComments(reader, 'tinh', `after=${after}`)).texts).toEqual(['mười'])
    for (const odd of ['1-2', '-1-1-a', '99999999-1-', 'x', "24322-1-'", '24322-1-zz']) {
      const query = new URLSearchParams({ after: odd }).toString()
      expect((await readComments(reader, 'tinh', query)).texts.length).toBe(2)
    }
  })
})

describe('filters', () => {
  beforeEach(() =>
    recordTold(
      [
        told('Không hài lòng về Hòa Bình', { overall: 1 }),
        told('Đường đi xa, chờ LÂU 100%', { overall: 2 }),
        told('hoà giải tốt_tốt', { overall: 5 }),
        told("O'Brien \\ <script>alert(1)</script>"),
        told('សេវាល្អ រហ័ស'),
        told('gọi 0912 345 678'),
      ],
      12,
    ),
  )

  it.each([
    ['khong', ['Không hài lòng về Hòa Bình']],
    ['KHÔNG', ['Không hài lòng về Hòa Bình']],
    ['hòa', ['Không hài lòng về Hòa Bình', 'hoà giải tốt_tốt']],
    ['hoà', ['Không hài lòng về Hòa Bình', 'hoà giải tốt_tốt']],
    ['duong di', ['Đường đi xa, chờ LÂU 100%']],
    ['đ', ['Đường đi xa, chờ LÂU 100%']],
    ['xa duong', ['Đường đi xa, chờ LÂU 100%']],
    ['100%', ['Đường đi xa, chờ LÂU 100%']],
    ['%', ['Đường đi xa, chờ LÂU 100%']],
    ['t_t', ['hoà giải tốt_tốt']],
    ["o'brien", ["O'Brien \\ <script>alert(1)</script>"]],
    ['\\', ["O'Brien \\ <script>alert(1)</script>"]],
    ['<script>', ["O'Brien \\ <script>alert(1)</script>"]],
    ['សេវា', ['សេវាល្អ រហ័ស']],
    ['សវ', []],
    ['0912', []],
    ['phone', []],
    ['không có đâu', []],
  ])('search: %s', async (q, expected) => {
    const found = await readComments(reader, 'tinh', new URLSearchParams({ q }).toString())
    expect(found.texts).toEqual(expected.toSorted())
  })

  it('level, state, unit and survey', async () => {
    expect((await readComments(reader, 'tinh', 'level=2')).texts).toEqual([
      'Đường đi xa, chờ LÂU 100%',
    ])
    expect((await readComments(reader, 'tinh', 'state=done')).texts).toEqual([])
    expect((await readComments(reader, 'tinh', 'state=new&level=9&q=')).texts.length).toBe(6)
    expect((await readComments(reader, 'xa-b')).texts).toEqual([])
    expect((await readComments(reader, 'tinh', '', { survey: 'desk-8' })).texts).toEqual([])
  })
})

describe('somebody else', () => {
  it('finds nothing of other units, nor without the right', async () => {
    await recordTold([told('của A'), told('của B', { unit: 'xa-b' })], 10)
    await recordTold([told('của B1', { unit: 'xa-b-1' })], 10, 'branch')
    const notFound = { ok: false, problems: [{ code: 'not-found' }] }
    const atB = await personWith(['reporter', 'xa-b'])
    expect((await readComments(atB, 'xa-b')).texts).toEqual(['của B', 'của B1'])
    for (const unit of ['xa-a', 'tinh', 'office', 'nowhere', '', "' or 1=1 --"]) {
      expect(await listComments(atB, filterOf(unit)), unit).toEqual(notFound)
    }
    expect(await listComments(atB, filterOf('xa-b', '', { survey: 'nothing' }))).toEqual(notFound)
    for (const role of ['viewer', 'clerk'] as const) {
      const other = await personWith([role, 'tinh'])
      expect(await listComments(other, filterOf('tinh'))).toEqual(notFound)
    }
    const mixed = await personWith(['viewer', 'tinh'], ['reporter', 'xa-b-1'])
    expect(await listComments(mixed, filterOf('tinh'))).toEqual(notFound)
    expect((await readComments(mixed, 'xa-b-1')).texts).toEqual(['của B1'])
  })
})
