import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '@/db/client'
import { listRates } from '@/db/rates/figures'
import type { RatesFilter } from '@/domain/rates-filter'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict, recordVisits, scopeAt } from '../helpers/district'
import { autumn, readRates, visits } from '../helpers/province-figures'

useTestDatabase()
beforeEach(foundDistrict)

describe('who may ask, and for what', () => {
  const ask = async (filter: Partial<RatesFilter>, role: 'viewer' | 'clerk' = 'viewer') => {
    const whole = { survey: 'desk-8', unit: 'xa-b', ...autumn, by: 'total', locale: 'vi' } as const
    const rates = await listRates(await scopeAt('xa-b', role), { ...whole, ...filter })
    return rates.ok ? 'ok' : rates.problems.map(({ code, field }) => `${code} ${field}`).join()
  }

  test.each([
    [{}, 'ok'],
    [{ unit: 'xa-b-1' }, 'ok'],
    [{ unit: 'tinh' }, 'not-found unit'],
    [{ unit: 'xa-a' }, 'not-found unit'],
    [{ unit: 'no-such' }, 'not-found unit'],
    [{ survey: 'no-such' }, 'not-found survey'],
    [{ to: '2026-11-29' }, 'not-half-months from'],
  ])('%o: %s', async (filter, answer) => {
    expect(await ask(filter)).toBe(answer)
  })

  test('a clerk sees no figures', async () => {
    expect(await ask({}, 'clerk')).toBe('not-found unit')
  })
})

describe('hiding', () => {
  test('nothing is hidden where nothing is small', async () => {
    await recordVisits([
      ...visits(30),
      ...visits(30, { unit: 'xa-b', place: 'qr' }),
      ...visits(30, { unit: 'xa-b-1', place: 'link', answers: { q8: 2, q1: 'submit' } }),
    ])
    for (const by of ['unit', 'desk', 'field', 'touchpoint', 'channel', 'month'] as const) {
      const { rows, total } = await readRates({}, by)
      expect(total).toMatchObject({ status: 'ok', n: 90, k: 60, rate: 60 / 90 })
      expect(rows.map((row) => row.status)).not.toContain('suppressed')
    }
  })

  test('a small unit takes another with it, on its own page too, and its numbers are nowhere', async () => {
    await recordVisits([...visits(33), ...visits(2, { unit: 'xa-b', place: 'qr' })])
    const { total, rows, coverage } = await readRates({}, 'unit')
    expect(total).toMatchObject({ status: 'ok', n: 35 })
    expect(rows).toEqual([
      { key: 'xa-a', label: 'Xã A', status: 'suppressed' },
      { key: 'xa-b', label: 'Xã B', status: 'suppressed' },
    ])
    expect(coverage.status).toBe('no-statistics')
    const page = await readRates({ unit: 'xa-a' }, 'channel')
    expect(page.total).toEqual({ key: 'xa-a', label: 'Xã A', status: 'suppressed' })
    expect(page).toMatchObject({ missing: null, notApplicable: null, channels: [{ key: 'kiosk' }] })
    expect(JSON.stringify(page)).not.toMatch(/33/)
  })

  test('who may only see the small unit’s neighbour sees it, for they cannot subtract', async () => {
    await recordVisits([...visits(33), ...visits(2, { unit: 'xa-b' })])
    const filter = { survey: 'desk-8', unit: 'xa-a', ...autumn, by: 'total', locale: 'vi' } as const
    const rates = await listRates(await scopeAt('xa-a'), filter)
    expect(rates).toMatchObject({ value: { total: { status: 'ok', n: 33 } } })
  })

  test('what one door fixes for several dimensions does not give a small group away', async () => {
    await recordVisits([
      ...visits(20, { version: 2, daysAgo: 2, answers: { q8: 4 } }),
      ...visits(9, { version: 2, daysAgo: 2, place: 'qr', answers: { q8: 5 } }),
      ...visits(3, { version: 2, daysAgo: 2, place: 'link', answers: { q8: 1 } }),
    ])
    const half = { unit: 'xa-a', from: '2026-11-15', to: '2026-11-30' }
    const field = await readRates(half, 'field')
    const channel = await readRates(half, 'channel')
    // 23 without a field less 20 at the kiosk would be the 3 by the link: of the kiosk nothing is said.
    const shown = [...channel.rows, ...field.rows].filter((row) => row.status !== 'suppressed')
    expect(shown.map((row) => 'n' in row && row.n)).toEqual([9, 9, 23])
  })

  test('counts only below thirty', async () => {
    await recordVisits(visits(29))
    const { total } = await readRates({})
    const counts = { levels: [0, 0, 0, 0, 29], n: 29, k: 29 }
    expect(total).toEqual({ key: 'tinh', label: 'Tỉnh', status: 'reference', ...counts })
  })
})

test('invalidated responses are counted beside the total, and few of them only as few', async () => {
  await recordVisits(visits(40))
  const invalidate = (n: number) =>
    write([
      `insert into tallies select version_id, 'invalid', unit_id, half_month, '', '1', 0, ${n} from tallies
        where slice = 'total' on conflict do update set n = excluded.n`,
    ])
  expect(await readRates({})).toMatchObject({ invalidated: 0 })
  await invalidate(3)
  const few = await readRates({})
  expect([few.invalidated, few.withInvalidated]).toEqual(['few', undefined])
  await invalidate(6)
  expect(await readRates({})).toMatchObject({
    invalidated: 6,
    total: { n: 40 },
    withInvalidated: { n: 46, k: 40, levels: [6, 0, 0, 0, 40] },
  })
})

test('the total with the invalidated ones of a unit and of one under it do not tell of few in another', async () => {
  await recordVisits([...visits(40), ...visits(40, { unit: 'xa-b' })])
  const invalidate = (unit: string, n: number) =>
    write([
      `insert into tallies select t.version_id, 'invalid', t.unit_id, t.half_month, '', '1', 0, ${n} from tallies t
        join units u on u.id = t.unit_id and u.code = '${unit}' where t.slice = 'total'`,
    ])
  await invalidate('xa-a', 7)
  await invalidate('xa-b', 2)
  // 89 less 80, less 47 and 40 at the one, would be the two at the other.
  const shown = async (unit: string) => (await readRates({ unit })).withInvalidated
  expect(await shown('tinh')).toMatchObject({ n: 89 })
  expect([await shown('xa-a'), await shown('xa-b')]).toEqual([undefined, undefined])
  // Who sees that unit alone has nothing to subtract from.
  const filter = { survey: 'desk-8', unit: 'xa-a', ...autumn, by: 'total', locale: 'vi' } as const
  const alone = await listRates(await scopeAt('xa-a'), filter)
  expect(alone).toMatchObject({ value: { withInvalidated: { n: 47 } } })
})

test('where the newest answers are few, closed periods stay and the open one is hidden', async () => {
  await recordVisits([...visits(40, { daysAgo: 60 }), ...visits(3, { daysAgo: 2 })])
  const quarter = { from: '2026-07-01', to: '2026-09-30' }
  expect((await readRates(quarter)).total).toMatchObject({ status: 'ok', n: 40 })
  const open = await readRates({ from: '2026-07-01', to: '2026-12-31' })
  expect(open.total).toEqual({ key: 'tinh', label: 'Tỉnh', status: 'suppressed' })
  // As far as nobody else had answered.
  expect(open.nearest).toEqual({ from: '2026-07-01', to: '2026-11-14' })
})

describe('factors', () => {
  test('pool answers, count people, and print no interval', async () => {
    await recordVisits([
      ...visits(20, { answers: { q8: 5, q2: 5, q3: 4 } }),
      ...visits(20, { answers: { q8: 5, q3: 1 } }),
    ])
    const { rows } = await readRates({}, 'factor')
    expect(rows.map((row) => [row.key, row.status])).toEqual([
      ['I', 'reference'],
      ['II', 'ok'],
      ['III', 'none'],
      ['V', 'none'],
    ])
    expect(rows[1]).toMatchObject({ n: 40, k: 20, rate: 0.5, low: null, high: null })
  })
})

describe('series', () => {
  test('another overall question breaks the months and stays out elsewhere', async () => {
    const rated = { survey: 'kiosk-1', answers: { overall: 5 } } as const
    await recordVisits([
      ...visits(40, { ...rated, version: 1, daysAgo: 60 }),
      ...visits(10, { ...rated, version: 1, daysAgo: 30 }),
      ...visits(30, { ...rated, version: 2, daysAgo: 30 }),
    ])
    const months = await readRates({ survey: 'kiosk-1' }, 'month')
    expect(months.rows.map((row) => [row.key, 'n' in row && row.n, row.series, row.break])).toEqual(
      [
        ['2026-09/overall', 40, 'overall', undefined],
        ['2026-10/overall', 10, 'overall', undefined],
        ['2026-10', 30, 'overall, asked anew', true],
        ['2026-11', 0, 'overall, asked anew', undefined],
      ],
    )
    expect(months.breaks).toEqual(['2026-10'])
    const { total, leftOut } = await readRates({ survey: 'kiosk-1' }, 'channel')
    expect(total).toMatchObject({ n: 30 })
    expect(leftOut).toEqual([
      { kind: 'version', reason: 'other-series', version: 'kiosk-1@1', question: 'overall' },
    ])
  })

  test('the break is marked even where its first month is hidden', async () => {
    const rated = { survey: 'kiosk-1', answers: { overall: 5 } } as const
    await recordVisits([
      ...visits(40, { ...rated, version: 1, daysAgo: 60 }),
      ...visits(3, { ...rated, version: 2, daysAgo: 30 }),
      ...visits(40, { ...rated, version: 2, daysAgo: 0 }),
    ])
    const { rows, breaks } = await readRates({ survey: 'kiosk-1' }, 'month')
    expect(breaks).toEqual(['2026-10'])
    expect(rows[1]).toEqual({ key: '2026-10', label: '10/2026', status: 'suppressed', break: true })
  })

  test('a question that was asked anew is not pooled, the others are', async () => {
    const answers = { q8: 5, q2: 4, q3: 3 }
    await recordVisits([...visits(30, { answers }), ...visits(31, { answers, version: 2 })])
    const { rows, leftOut } = await readRates({}, 'question')
    const n = Object.fromEntries(rows.map((row) => [row.key, 'n' in row && row.n]))
    expect(n).toMatchObject({ q2: 31, q3: 61, q8: 61, q4: 0 })
    expect(leftOut).toEqual([
      { kind: 'version', reason: 'other-series', version: 'desk-8@1', question: 'q2' },
    ])
  })
})

test('units stand by rate only where each has a hundred people', async () => {
  await recordVisits([...visits(100, { answers: { q8: 3 } }), ...visits(99, { unit: 'xa-b' })])
  const before = await readRates({}, 'unit')
  expect([before.order, before.rows.map((row) => row.key)]).toEqual(['name', ['xa-a', 'xa-b']])
  await recordVisits(visits(1, { unit: 'xa-b' }), 'one more')
  const after = await readRates({}, 'unit')
  expect([after.order, after.rows.map((row) => row.key)]).toEqual(['rate', ['xa-b', 'xa-a']])
  expect(after.rows.some((row) => row.tied)).toBe(false)
})
