import { expect, test } from 'vitest'
import { database, write } from '@/db/client'
import { sumCells } from '@/db/tallies/cells'
import type { HalfMonths } from '@/domain/period'
import { useTestDatabase } from '../helpers/database'

useTestDatabase()

const [unitId, other] = [7, 8]

type Added = Readonly<{
  unitId: number
  halfMonth: number
  item?: string
  cell?: string
  n: number
}>

/** Counts as the storing of responses does: told by unit and half-month. */
const count = (...added: readonly Added[]) =>
  write(
    added.map((one) => ({
      sql: `insert into tallies (version_id, slice, unit_id, half_month, item, cell, level, n) values (1, 'question', ?, ?, ?, ?, 0, ?)
        on conflict do update set n = n + excluded.n`,
      args: [one.unitId, one.halfMonth, one.item ?? 'overall', one.cell ?? '5', one.n],
    })),
    { counted: added },
  )

const all = { first: 48_000, last: 49_000 }

/** What is summed out of memory, beside what the database sums itself. */
async function expectEqualSums(...asked: HalfMonths[]) {
  for (const halfMonths of asked) {
    const query = { versionIds: [1], slices: ['question'] as const, halfMonths }
    const cells = await sumCells({ ...query, unitIds: [unitId, other] })
    const { rows } = await database().$client.execute({
      sql: `select unit_id, item, cell, sum(n) from tallies where half_month between ? and ?
        group by 1, 2, 3 having sum(n) > 0 order by 1, 2, 3`,
      args: [halfMonths.first, halfMonths.last],
    })
    const found = cells.map((one) => [one.unitId, one.item, one.cell, one.n])
    expect(found.toSorted()).toEqual(rows.map((row) => [row[0], row[1], row[2], row[3]]))
  }
}

test('sums follow what is counted, wherever in time and in whichever cell it falls', async () => {
  await expectEqualSums(all)
  await count({ unitId, halfMonth: 48_600, n: 2 }, { unitId, halfMonth: 48_610, n: 3 })
  await expectEqualSums(all, { first: 48_600, last: 48_609 }, { first: 48_601, last: 48_609 })
  // A cell and a half-month that are known.
  await count({ unitId, halfMonth: 48_610, n: 4 })
  await expectEqualSums(all, { first: 48_610, last: 48_610 })
  // A half-month between, a later one, an earlier one.
  for (const halfMonth of [48_605, 48_611, 48_590]) {
    await count({ unitId, halfMonth, n: 1 })
    await expectEqualSums(all, { first: 48_595, last: 48_610 })
  }
  // Another cell, another question, another unit, several half-months between two looks.
  await count({ unitId, halfMonth: 48_605, cell: '4', n: 1 })
  await count({ unitId, halfMonth: 48_600, item: 'more', n: 1 })
  await count({ unitId: other, halfMonth: 48_600, n: 1 })
  await expectEqualSums(all, { first: 48_600, last: 48_604 }, { first: 48_605, last: 48_700 })
})

test('looks at the same units at the same time, in whatever order, are all answered', async () => {
  const unitIds = [1, 2, 3, 4, 5, 6, 7, 8]
  const countAll = () => count(...unitIds.map((one) => ({ unitId: one, halfMonth: 48_600, n: 1 })))
  const sums = async (first: number, units: readonly number[]) =>
    (
      await sumCells({
        ...{ versionIds: [1], slices: ['question'], unitIds: units },
        halfMonths: { first, last: 48_600 },
      })
    ).map(({ n }) => n)
  await countAll()
  await sums(48_600, unitIds)
  await countAll()
  const twice = unitIds.map(() => 2)
  expect(await Promise.all([sums(48_600, unitIds), sums(48_599, unitIds.toReversed())])).toEqual([
    twice,
    twice,
  ])
})

test('a count that outgrows two bytes is still a count', async () => {
  await count({ unitId, halfMonth: 48_600, n: 65_535 })
  await expectEqualSums(all)
  await count({ unitId, halfMonth: 48_600, n: 1 })
  await expectEqualSums(all)
  await count({ unitId, halfMonth: 48_600, n: 5_000_000 })
  await expectEqualSums(all)
})

test('what is written without telling where is seen as well', async () => {
  await count({ unitId, halfMonth: 48_600, n: 5 }, { unitId: other, halfMonth: 48_700, n: 5 })
  await expectEqualSums(all)
  await write([{ sql: 'update tallies set n = n - 2', args: [] }])
  await expectEqualSums(all)
  await write([{ sql: 'update tallies set n = 0 where unit_id = 8', args: [] }])
  await expectEqualSums(all)
})
