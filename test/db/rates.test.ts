import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '@/db/client'
import type { By, FigureRow, Figures } from '@/domain/figure'
import { firstDayOf, lastDayOf } from '@/domain/period'
import { isSmallGroup, type Levels, statusOf } from '@/domain/rate'
import { useTestDatabase } from '../helpers/database'
import { foundDistrict, recordVisits, unitCodes } from '../helpers/district'
import {
  forgetVisits,
  periods,
  readView,
  today,
  type View,
  visits,
  visitTo,
} from '../helpers/random-visits'

useTestDatabase()
beforeEach(foundDistrict)

type Count = Readonly<{
  key?: string
  level?: string
  from?: string
  where?: string
  own?: boolean
}>

/** Levels by key, counted anew from the responses themselves with plain SQL. */
async function recount(view: View, count: Count = {}): Promise<Map<string, Levels>> {
  const { key = 'u.code', level = overall(view), from = '', where = 'true', own = false } = count
  const { rows } = await database().$client.execute({
    sql: `with recursive under(id) as (
        select id from units where code = ?
        union select u.id from units u join under on u.parent_id = under.id where ${!own}
      )
      select ${key} as key, ${level} as level, count(*) as n
      from responses r join survey_versions v on v.id = r.version_id
        join surveys s on s.id = v.survey_id join units u on u.id = r.unit_id
        left join desks d on d.id = r.desk_id left join fields f on f.id = r.field_id ${from}
      where s.code = ? and r.unit_id in under and r.answered_on between ? and ?
        and ${level} between 1 and 5 and (${where})
      group by 1, 2`,
    args: [view.unit, view.survey, view.from, view.to],
  })
  const found = new Map<string, Levels>()
  for (const row of rows) {
    const [n1, n2, n3, n4, n5] = found.get(String(row.key)) ?? [0, 0, 0, 0, 0]
    const levels: [number, number, number, number, number] = [n1, n2, n3, n4, n5]
    levels[Number(row.level) - 1] = Number(row.n)
    found.set(String(row.key), levels)
  }
  return found
}

const overall = ({ survey }: View) =>
  `json_extract(r.answers, '$.${survey === 'kiosk-1' ? 'overall' : 'q8'}')`

const sum = (levels: Levels | undefined) => (levels ?? []).reduce((all, n) => all + n, 0)

/** Every row is exact or hidden, and hidden where it must be; nobody who was counted has no row. */
function expectRows(rows: readonly FigureRow[], truth: ReadonlyMap<string, Levels>): void {
  const keys = rows.map((row) => row.key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys).toEqual(expect.arrayContaining([...truth.keys()]))
  for (const row of rows) {
    const levels = truth.get(row.key) ?? [0, 0, 0, 0, 0]
    const n = sum(levels)
    if (row.status === 'suppressed') {
      expect(n).toBeGreaterThan(0)
      expect(Object.keys(row).sort()).toEqual(expect.not.arrayContaining(['levels', 'n', 'k']))
    } else {
      expect([row.key, row.status]).toEqual([row.key, statusOf(n)])
      const shown = row.status === 'none' ? [0, 0, 0, 0, 0] : row.levels
      expect([row.key, row.n, shown]).toEqual([row.key, n, levels])
      if (row.status === 'ok') expectFormulas(row, levels)
    }
  }
}

/** By the formulas as the domain words them, written down once more. */
function expectFormulas(row: FigureRow & { status: 'ok' }, levels: Levels): void {
  const n = sum(levels)
  const p = (levels[3] + levels[4]) / n
  expect(row.rate).toBeCloseTo(p, 12)
  const mean = levels.reduce((all, count, index) => all + count * (index + 1), 0) / n
  expect(row.score).toBeCloseTo(((mean - 1) / 4) * 100, 9)
  if (row.low === null || row.high === null) return
  // The ends solve (x − p)² = z² x (1 − x) / n.
  const z2 = 1.959964 ** 2
  const [a, b, c] = [1 + z2 / n, 2 * p + z2 / n, p * p]
  const root = Math.sqrt(b * b - 4 * a * c)
  expect(row.low).toBeCloseTo((b - root) / (2 * a), 9)
  expect(row.high).toBeCloseTo((b + root) / (2 * a), 9)
}

/** The total less the rows that are shown beside it never leaves one to four people. */
function expectNoRemainder({ total, rows }: Pick<Figures, 'total' | 'rows'>): void {
  const shown = rows.reduce((all, row) => all + ('n' in row ? row.n : 0), 0)
  if (total.status === 'suppressed') expect(shown).toBe(0)
  else expect(isSmallGroup(total.n - shown)).toBe(false)
}

/** The breakdowns whose rows part everybody, and the key of a response in each. */
const parts = (view: View): [By, string][] => [
  ['desk', `iif(u.code = '${view.unit}', '', u.code || '/') || coalesce(d.code, 'unknown')`],
  ['field', "coalesce(f.code, 'unknown')"],
  ['touchpoint', "coalesce(r.touchpoint, 'unknown')"],
  ['channel', 'r.channel'],
]

async function checkView(view: View): Promise<void> {
  const both = await recount(view, { key: 'v.number' })
  const number = both.has('2') ? 2 : 1
  const where = view.survey === 'kiosk-1' ? `v.number = ${number}` : 'true'
  const { total } = await readView(view, 'total')
  const everybody = await recount(view, { key: `'${view.unit}'`, where })
  expectRows([total], everybody)
  for (const [by, key] of parts(view)) {
    const figures = await readView(view, by)
    expectRows(figures.rows, await recount(view, { key, where }))
    expectNoRemainder(figures)
    expect(figures.total).toEqual(total)
  }
  await checkUnits(view, where)
  await checkMonths(view, number, both.size === 2)
  const q2 = `a.key <> 'q2' or v.number = ${number}`
  const answers = { from: 'join json_each(r.answers) a', key: 'a.key' }
  const scales = {
    ...answers,
    level: "iif(a.type = 'integer', a.value, 0)",
    where: `(${where}) and (${q2})`,
  }
  expectRows((await readView(view, 'question')).rows, await recount(view, scales))
  const factor =
    "case a.key when 'q2' then 'I' when 'q3' then 'II' when 'q4' then 'III' else 'V' end"
  const factors = { ...scales, key: factor, where: `a.key <> 'q8' and (${q2})` }
  if (view.survey === 'desk-8') {
    expectRows((await readView(view, 'factor')).rows, await recount(view, factors))
  }
  const reasons = { where, key: 'a.value', from: "join json_each(r.answers, '$.reasons') a" }
  expectRows((await readView(view, 'reason')).rows, await recount(view, reasons))
  const facts = { ...answers, key: "a.key || ':' || a.value", where: "a.key in ('q5', 'q6')" }
  expectRows((await readView(view, 'fact')).rows, await recount(view, facts))
}

async function checkUnits(view: View, where: string): Promise<void> {
  const figures = await readView(view, 'unit')
  const truth = await recount(view, { where, own: true })
  for (const row of figures.rows.filter(({ key }) => key !== view.unit)) {
    const unit = unitCodes.find((code) => code === row.key) ?? 'tinh'
    const child = await recount({ ...view, unit }, { key: `'${unit}'`, where })
    for (const [key, levels] of child) truth.set(key, levels)
    // A page about a sub-unit hides what its parent's page hides, wherever both speak of one series.
    const own = await readView({ ...view, unit }, 'total')
    if (view.survey === 'desk-8') expect(own.total.status).toBe(row.status)
  }
  expectRows(figures.rows, truth)
  expectNoRemainder(figures)
}

async function checkMonths(view: View, number: number, isBroken: boolean): Promise<void> {
  const figures = await readView(view, 'month')
  const month = 'substr(r.answered_on, 1, 7)'
  if (view.survey === 'desk-8') {
    expectRows(figures.rows, await recount(view, { key: month }))
    expect(figures.breaks).toEqual([])
    return expectNoRemainder(figures)
  }
  const key = `${month} || iif(v.number = ${number}, '', '/overall')`
  expectRows(figures.rows, await recount(view, { key }))
  expect(figures.breaks.length).toBe(isBroken ? 1 : 0)
  expectNoRemainder({ ...figures, rows: figures.rows.filter((row) => !row.key.includes('/')) })
}

describe('figures equal a plain recount of late responses in any order', () => {
  test('every breakdown, for random responses, units and periods', {
    timeout: 90_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        visits,
        periods,
        fc.constantFrom(...unitCodes),
        async (some, period, unit) => {
          await forgetVisits()
          await recordVisits(some)
          await checkView({ survey: 'kiosk-1', unit, ...period })
          await checkView({ survey: 'desk-8', unit, ...period })
        },
      ),
      { numRuns: 15, endOnFailure: true },
    )
  })

  test('ten thousand of them', { timeout: 120_000 }, async () => {
    const surveys = ['kiosk-1', 'desk-8'] as const
    const some = surveys.flatMap((survey) =>
      unitCodes.flatMap((unit) => fc.sample(visitTo(survey, unit), { numRuns: 1250, seed: 7 })),
    )
    const inAnyOrder = some.toSorted(
      (a, b) => ((a.daysAgo * 7919) % 101) - ((b.daysAgo * 7919) % 101),
    )
    await recordVisits(inAnyOrder)
    const period = { from: firstDayOf(today - 7), to: lastDayOf(today) }
    for (const survey of surveys) {
      for (const unit of unitCodes) await checkView({ survey, unit, ...period })
      await checkView({
        survey,
        unit: 'tinh',
        from: firstDayOf(today - 4),
        to: lastDayOf(today - 2),
      })
    }
    const { total } = await readView({ survey: 'desk-8', unit: 'tinh', ...period }, 'total')
    expect(total).toMatchObject({ status: 'ok', n: 5000 })
  })
})
