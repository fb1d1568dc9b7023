import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import { write } from '@/db/client'
import { restoreInvalidation } from '@/db/invalidations/decisions'
import { listRates } from '@/db/rates/figures'
import { getDataSpan } from '@/db/tallies/data-span'
import type { Scope } from '@/domain/access'
import { breakdowns } from '@/domain/figure'
import { firstDayOf, lastDayOf, monthPeriod } from '@/domain/period'
import { asInNewProcess, useTestDatabase } from '../helpers/database'
import { arrival, foundDistrict, recordVisits, scopeAt, unitCodes } from '../helpers/district'
import { after, confirm, listFaults, propose } from '../helpers/invalidation'
import { personWith } from '../helpers/people'
import { addSheet } from '../helpers/province-figures'
import { today, type View, visitTo } from '../helpers/random-visits'
import { lines } from '../helpers/recount'

useTestDatabase()
beforeEach(foundDistrict)

const unit = fc.constantFrom(...unitCodes)
const surveys = fc.constantFrom('kiosk-1' as const, 'desk-8' as const)

const look = fc.record({
  viewer: unit,
  unit,
  survey: surveys,
  by: fc.constantFrom(...breakdowns),
  period: fc.tuple(fc.nat(7), fc.nat(7)).map(([a, b]) => ({
    from: firstDayOf(today - Math.max(a, b)),
    to: lastDayOf(today - Math.min(a, b)),
  })),
})
type Look = typeof look extends fc.Arbitrary<infer T> ? T : never

/** Where every response is in some row. */
const everything = (['kiosk-1', 'desk-8'] as const).flatMap((survey) =>
  (['month', 'unit', 'channel', 'question'] as const).map((by): Look => {
    const period = { from: firstDayOf(today - 7), to: lastDayOf(today) }
    return { viewer: 'tinh', unit: 'tinh', survey, by, period }
  }),
)

const step = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.record({
      kind: fc.constant('visits' as const),
      visits: fc
        .tuple(surveys, unit)
        .chain(([survey, at]) => fc.array(visitTo(survey, at), { minLength: 1, maxLength: 8 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('invalidation' as const), at: unit }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restoration' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      parent: fc.constantFrom('tinh', 'xa-a', 'xa-b'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('sheet' as const),
      at: unit,
      month: fc.constantFrom('2026-07', '2026-08', '2026-09', '2026-10'),
      n: fc.constantFrom(3, 40),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const moments = fc.array(
  fc.record({
    steps: fc.array(step, { minLength: 1, maxLength: 3 }),
    looks: fc.array(look, { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 6, maxLength: 12 },
)

it('figures that are kept are those of a process that has just begun', {
  timeout: 90_000,
}, async () => {
  const leader = await personWith(['leader', 'tinh'])
  const admin = await personWith(['admin', 'tinh'], ['admin', 'office'])
  // Rows are shown where there are many, and hidden where a few come to them.
  await recordVisits(fc.sample(visitTo('desk-8', 'xa-b'), 150), 'many')
  await recordVisits(fc.sample(visitTo('kiosk-1', 'xa-a'), 60), 'some')
  let run = 0
  await fc.assert(
    fc.asyncProperty(moments, async (all) => {
      run++
      for (const [i, { steps, looks }] of all.entries()) {
        // Looks while it is written: nothing that they read half-way may stay.
        await Promise.all([
          ...steps.map((one, at) => take(one, `${run} ${i} ${at}`, leader, admin)),
          ...looks.map(readFigures),
        ])
        const read = () => Promise.all([...looks, ...everything].map(readFigures))
        const kept = await read()
        const fresh = await asInNewProcess(read)
        expect(kept).toEqual(fresh)
      }
      expect(await listFaults()).toEqual([])
    }),
    { numRuns: 4, endOnFailure: true },
  )
})

async function take(one: Step, seed: string, leader: Scope, admin: Scope): Promise<void> {
  if (one.kind === 'visits') return recordVisits(one.visits, seed)
  if (one.kind === 'move') {
    await write([
      {
        sql: `update units set parent_id = (select id from units where code = ?) where code = 'xa-b-1'`,
        args: [one.parent],
      },
    ])
    return
  }
  if (one.kind === 'sheet') {
    // A second one of the same place and time is refused.
    return addSheet(monthPeriod(one.month), [one.n, 0, 0, 0, 0], { unit: one.at }).catch(() => {})
  }
  if (one.kind === 'invalidation') {
    const free = await lines(`select r.seq from responses r join units u on u.id = r.unit_id
      where u.code = '${one.at}' and tallied = 1 order by r.seq desc limit 7`)
    const made = await propose(free.map(Number), leader)
    if (made.ok) await confirm(made.value, admin)
    return
  }
  const [id] =
    await lines(`select d.invalidation_id from invalidation_decisions d where d.invalidation_id not in
    (select invalidation_id from invalidation_restorations) limit 1`)
  if (id) await restoreInvalidation(admin, Number(id), 'Phiếu thật', after)
}

async function readFigures({ viewer, unit, survey, by, period }: Look) {
  const scope = await scopeAt(viewer)
  const view: View = { unit, survey, ...period }
  const rates = await listRates(scope, { ...view, by, locale: 'vi' }, arrival)
  return [rates, await getDataSpan(scope, { unit, survey })]
}
